package io.caravan.dialect.mobilepay;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.money.Money;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.sms.SmsNews;
import io.caravan.core.sms.SmsWording;
import io.caravan.core.sms.SmsWords;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** What payers read on their phones, in the language of their country: i18n/sms_*.properties. */
final class SmsTexts implements SmsWords {

    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final int CENTS = 2;

    @Override
    public Dialect dialect() {
        return Dialect.MOBILEPAY;
    }

    @Override
    public SmsWording say(SmsNews news) {
        var notice = news.announcement().notice();
        var draft = news.announcement().invoice().draft();
        var language = SmsLanguage.of(notice.recipient(), news.merchant()).locale();
        var what = text(
                language,
                key(notice.kind()),
                news.announcement().issuer().name(),
                money(draft.total(), language),
                date(draft.dueDate(), language));
        var how = news.link().map(link -> text(language, "link", link)).orElseGet(() -> text(language, "app"));
        return SmsWording.of(what + " " + how);
    }

    private static String key(NoticeKind kind) {
        return switch (kind) {
            case INVOICE_REMINDER -> "reminder";
            case PAYMENT_FAILED -> "failed";
            case INVOICE_CREATED,
                    CONSENT_ASKED,
                    INVOICE_PROMPTED,
                    INVOICE_RECEIPT,
                    PAYMENT_ASKED,
                    PAYMENT_REMINDER,
                    PAYMENT_LAST_REMINDER -> throw new IllegalArgumentException("no SMS tells of " + kind);
        };
    }

    private static String text(Locale language, String key, Object... values) {
        var text = ResourceBundle.getBundle("i18n.sms", language, EXACTLY).getString(key);
        return new MessageFormat(text, language).format(values);
    }

    /** Without the blanks that are not in the alphabet of SMS. */
    private static String money(Money money, Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(CENTS);
        format.setMaximumFractionDigits(CENTS);
        return format.format(money.amount()).replaceAll("\\p{Zs}", " ") + " "
                + money.currency().getCurrencyCode();
    }

    private static String date(LocalDate date, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(date)
                .replaceAll("\\p{Zs}", " ");
    }
}
