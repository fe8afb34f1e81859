package io.caravan.web.pdf;

import io.caravan.core.money.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a document says besides what the merchant wrote, in one language: labels, numbers and dates. */
record Words(Locale language, ResourceBundle labels) {

    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final int CENTS = 2;
    private static final int FINEST = 10;

    static Words in(Locale language) {
        return new Words(language, ResourceBundle.getBundle("i18n.pdf", language, EXACTLY));
    }

    String label(String key, Object... values) {
        var text = labels.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(date);
    }

    /** With its currency. */
    String money(Money money) {
        return amount(money.amount()) + "\u00a0" + money.currency().getCurrencyCode();
    }

    /** With two decimals, or as many as there are. */
    String amount(BigDecimal amount) {
        return number(amount, CENTS);
    }

    /** With as many decimals as there are. */
    String quantity(BigDecimal quantity) {
        return number(quantity, 0);
    }

    private String number(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(FINEST);
        return format.format(number);
    }
}
