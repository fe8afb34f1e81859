package io.caravan.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;

/** Amounts, days and times as people of a language write them. */
record Figures(Language language) {

    String money(BigDecimal amount, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return unbroken(format.format(amount));
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

    /** As 4:07. */
    static String clock(Duration left) {
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }

    /** So that no line ends within it. */
    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }
}
