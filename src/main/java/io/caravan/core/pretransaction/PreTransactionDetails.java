package io.caravan.core.pretransaction;

import io.caravan.core.invoice.Invoice;
import java.util.Objects;

/** A pre-transaction, its invoice, and what became of its SMS. */
public record PreTransactionDetails(PreTransaction preTransaction, Invoice invoice, SmsSummary sms) {

    public PreTransactionDetails {
        Objects.requireNonNull(preTransaction);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(sms);
    }
}
