package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.InvoiceId;
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
    private final PreTransactionLinks links;

    SmsTexts(Function<InvoiceId, Optional<PreTransactionDetails>> preTransactions, PreTransactionLinks links) {
        this.preTransactions = preTransactions;
        this.links = links;
    }

    @Override
    public Dialect dialect() {
        return Dialect.MOBILEINVOICE;
    }

    @Override
    public SmsWording say(SmsNews news) {
        return switch (news.announcement().notice().kind()) {
            case INVOICE_CREATED, INVOICE_REMINDER ->
                say(preTransactions.apply(news.announcement().invoice().id()).orElseThrow());
            case PAYMENT_FAILED, CONSENT_ASKED, INVOICE_PROMPTED ->
                throw new IllegalArgumentException("no SMS for notices of this kind");
        };
    }

    private SmsWording say(PreTransactionDetails details) {
        var link = links.shortLink(details.preTransaction());
        var terms = details.preTransaction().terms();
        var text = terms.smsNotificationText()
                .map(Template::of)
                .map(template -> template.text(new PreTransactionValues(details, link)))
                .filter(rendered -> !rendered.isBlank())
                .orElse(link);
        return new SmsWording(terms.smsNotificationOriginator().flatMap(Originator::parse), new SmsText(text));
    }
}
