package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactionValues;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.SmsNews;
import io.caravan.core.sms.SmsText;
import io.caravan.core.sms.SmsWording;
import io.caravan.core.sms.SmsWords;
import io.caravan.core.template.Template;
import java.util.Optional;
import java.util.function.Function;

/** What the SMS of partners say: what each partner has written, with a short link. */
final class SmsTexts implements SmsWords {

    private final Function<InvoiceId, Optional<PreTransactionDetails>> preTransactions;
    private final Function<InvoiceId, Optional<PartnerTransaction>> paid;
    private final PreTransactionLinks links;

    /** @param paid the transaction that has paid */
    SmsTexts(
            Function<InvoiceId, Optional<PreTransactionDetails>> preTransactions,
            Function<InvoiceId, Optional<PartnerTransaction>> paid,
            PreTransactionLinks links) {
        this.preTransactions = preTransactions;
        this.paid = paid;
        this.links = links;
    }

    @Override
    public Dialect dialect() {
        return Dialect.MOBILEINVOICE;
    }

    @Override
    public SmsWording say(SmsNews news) {
        var details = preTransactions.apply(news.announcement().invoice().id()).orElseThrow();
        var terms = details.preTransaction().terms();
        return switch (news.announcement().notice().kind()) {
            case INVOICE_CREATED, INVOICE_REMINDER -> say(details, terms.smsNotificationText());
            case INVOICE_RECEIPT -> say(details, terms.smsReceiptText());
            case PAYMENT_FAILED,
                    CONSENT_ASKED,
                    INVOICE_PROMPTED,
                    PAYMENT_ASKED,
                    PAYMENT_REMINDER,
                    PAYMENT_LAST_REMINDER -> throw new IllegalArgumentException("no SMS for notices of this kind");
        };
    }

    private SmsWording say(PreTransactionDetails details, Optional<String> template) {
        var link = links.shortLink(details.preTransaction());
        var values = new PreTransactionValues(details, link);
        var known = paid.apply(details.invoice().id()).map(values::with).orElse(values);
        var text = template.map(Template::of)
                .map(read -> read.text(known))
                .filter(rendered -> !rendered.isBlank())
                .orElse(link);
        return new SmsWording(
                details.preTransaction().terms().smsNotificationOriginator().flatMap(Originator::parse),
                new SmsText(text));
    }
}
