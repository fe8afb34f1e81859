package io.caravan.dialect.paymentinvoices;

import io.caravan.core.access.Caller;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.RefundDraft;
import io.caravan.core.problem.Problem;
import java.util.Map;

/** Reads what is done with a payment invoice. */
final class SmallReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 1000;

    /** Of the JSON with all that a payer confirms. */
    private static final int LONGEST_PAYLOAD = 16_000;

    private SmallReader() {}

    /** @throws Problem PAYMENT_UNKNOWN for what is no id */
    static ConfirmationDraft confirmation(byte[] body, String id) {
        var document = Fields.of(Json.object(body));
        var payload = document.required("payload", document.object("payload"));
        payload.ifPresent(values -> values.json(LONGEST_PAYLOAD));
        var values = payload.map(fields -> fields.texts(LONGEST_TEXT));
        document.refuseIfAny();
        return new ConfirmationDraft(Ids.invoice(id), values.orElse(Map.of()));
    }

    /** @throws Problem PAYMENT_UNKNOWN for what is no id */
    static RefundDraft refund(byte[] body, Caller caller, String id) {
        var merchant = caller.asMerchant().id();
        var json = Json.object(body);
        var fields = InvoiceReader.attributes(InvoiceReader.data(Fields.of(json), "refund"));
        fields.text("invoiceId", LONGEST_NAME)
                .filter(named -> !named.equals(id))
                .ifPresent(other -> fields.wrong("invoiceId", "must be that of the path"));
        var amount = fields.number("amount");
        var reference = fields.required("reference_id", fields.text("reference_id", LONGEST_NAME));
        if (reference.filter(String::isEmpty).isPresent()) {
            fields.wrong("reference_id", "must not be empty");
        }
        var description = fields.text("description", LONGEST_TEXT);
        fields.refuseIfAny();
        return new RefundDraft(
                merchant,
                caller.clientId(),
                Ids.invoice(id),
                amount,
                reference.orElseThrow(),
                description,
                Json.hash(json));
    }
}
