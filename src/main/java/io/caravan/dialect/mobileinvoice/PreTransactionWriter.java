package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Phone;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.json.StrictJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes pre-transactions and their addresses. */
final class PreTransactionWriter {

    private final PreTransactionLinks links;

    PreTransactionWriter(PreTransactionLinks links) {
        this.links = links;
    }

    /** The address under which the page of this reference is, or would be. */
    Answer url(int partner, UUID link) {
        return Answer.json(200, StrictJson.bytes(links.page(partner, link)));
    }

    Answer created(PreTransactionDetails details, boolean whole) {
        var id = details.preTransaction().invoice();
        var answer = whole ? Answer.json(201, StrictJson.bytes(body(details))) : Answer.empty(204);
        return answer.with(
                "Location",
                links.resource("pre-transactions", details.preTransaction().partner(), id));
    }

    Answer one(PreTransactionDetails details) {
        return Answer.json(200, StrictJson.bytes(body(details)));
    }

    /** In short. */
    Answer list(List<PreTransactionDetails> several) {
        return Answer.json(
                200,
                StrictJson.bytes(
                        several.stream().map(PreTransactionWriter::line).toList()));
    }

    private static Map<String, Object> line(PreTransactionDetails details) {
        var draft = details.invoice().draft();
        var line = new LinkedHashMap<String, Object>();
        line.put("preTransactionId", id(details.invoice().id()));
        line.put("correlationId", text(details.preTransaction().correlationId()));
        line.put("msisdn", text(draft.phone().map(Phone::number)));
        line.put("currency", draft.total().currency().getCurrencyCode());
        line.put("amount", draft.total().amount());
        return line;
    }

    Map<String, Object> body(PreTransactionDetails details) {
        var one = details.preTransaction();
        var terms = one.terms();
        var draft = details.invoice().draft();
        var body = new LinkedHashMap<String, Object>();
        body.put("preTransactionId", id(one.invoice()));
        body.put("partnerId", one.partner());
        body.put("referenceId", text(one.referenceId()));
        body.put("correlationId", text(one.correlationId()));
        body.put("msisdn", text(draft.phone().map(Phone::number)));
        body.put("currency", draft.total().currency().getCurrencyCode());
        body.put("amount", draft.total().amount());
        body.put("paymentProviders", terms.providers());
        body.put("campaignId", terms.campaignId().orElse(null));
        body.put("description", text(terms.description()));
        body.put("ocr", text(terms.ocr()));
        body.put("transactionReconRef", text(terms.ocr()));
        body.put("expiryUtc", text(one.expiresAt().map(PreTransactionWriter::time)));
        body.put("returnUrl", text(terms.returnUrl()));
        body.put("statusCallbackUrl", text(terms.statusCallbackUrl()));
        body.put("smsStatusCallbackUrl", text(terms.smsStatusCallbackUrl()));
        body.put("smsNotificationOriginator", text(terms.smsNotificationOriginator()));
        body.put("smsNotificationText", text(terms.smsNotificationText()));
        body.put(
                "smsNotificationSendTimeUtc",
                text(terms.smsNotificationSendTime().map(PreTransactionWriter::time)));
        body.put("smsReceiptText", text(terms.smsReceiptText()));
        body.put("viewTemplateName", text(terms.viewTemplateName()));
        body.put("sourceId", text(terms.sourceId()));
        body.put("customLandingPageUrl", text(terms.customLandingPageUrl()));
        body.put("skipLandingPage", terms.skipLandingPage());
        body.put("customProperties", terms.customProperties());
        body.put("sendSms", terms.sendSms());
        body.put("accessedURLDateUtc", text(one.accessedAt().map(PreTransactionWriter::time)));
        body.put("smsNotificationSent", details.sms().sent());
        body.put("smsNotificationDelivered", details.sms().delivered());
        body.put("smsNotificationParts", details.sms().parts());
        body.put("mobileInvoiceUrl", links.page(one));
        return body;
    }

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String text(Optional<String> text) {
        return text.orElse(null);
    }

    private static String id(InvoiceId id) {
        return id.toString();
    }
}
