package io.caravan.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.regex.Pattern;

/** Amounts, days and times as people of a language write them. */
record Figures(Language language) {

    /** English writes currencies without a sign of their own next to the digits. */
    private static final Pattern CODE_AND_DIGIT = Pattern.compile("([A-Z]{3})(\\d)");

    String money(BigDecimal amount, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return unbroken(CODE_AND_DIGIT.matcher(format.format(amount)).replaceFirst("$1 $2"));
    }

    /** Up to ten decimals, and none that are zero. */
    String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(10);
        return unbroken(format.format(number));
    }

    String day(LocalDate day) {
        return unbroken(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day));
    }

    /** A day and the time on it. */
    String moment(ZonedDateTime moment) {
        return unbroken(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(moment));
    }

    /** As 4:07. */
    static String clock(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /** So that no line ends within it. */
    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }
}
