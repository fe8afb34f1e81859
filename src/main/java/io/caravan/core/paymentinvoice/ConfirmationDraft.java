package io.caravan.core.paymentinvoice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a payer gives to confirm a payment, by field. */
public record ConfirmationDraft(PaymentInvoiceId invoice, Map<String, String> values) {

    public ConfirmationDraft {
        Objects.requireNonNull(invoice);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Keeps what payers write out of logs. */
    @Override
    public String toString() {
        return "confirmation of " + invoice;
    }
}
