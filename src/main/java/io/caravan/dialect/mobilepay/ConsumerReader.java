package io.caravan.dialect.mobilepay;

import io.caravan.core.access.Caller;
import io.caravan.core.invoice.DocumentRequest;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.json.Faults;
import java.util.Map;
import java.util.Optional;

/** Reads what the wallet app sends in a payer's name. */
final class ConsumerReader {

    private ConsumerReader() {}

    /** The body may be missing: then the payer pays now, with the card in the wallet. */
    static Acceptance acceptance(byte[] body, Caller caller, String invoiceId) {
        var payer = caller.asPayer();
        var faults = new Faults();
        var fields = new Fields(isBlank(body) ? Map.of() : Json.object(body), faults);
        var date = fields.date("PaymentDate");
        var card = fields.guid("ConsumerCard");
        faults.refuseIfAny();
        return new Acceptance(payer, invoice(invoiceId), date, card);
    }

    static Rejection rejection(Caller caller, String invoiceId) {
        return new Rejection(caller.asPayer(), invoice(invoiceId));
    }

    static DocumentRequest document(Caller caller, String invoiceId) {
        return new DocumentRequest(invoice(invoiceId), Optional.of(caller.asPayer()));
    }

    private static InvoiceId invoice(String id) {
        return InvoiceId.parse(id).orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "invoice"));
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}
