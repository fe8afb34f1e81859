package io.caravan.core.pretransaction;

import io.caravan.core.invoice.Invoice;
import java.util.Objects;

/** A pre-transaction and its invoice. */
public record PreTransactionDetails(PreTransaction preTransaction, Invoice invoice) {

    public PreTransactionDetails {
        Objects.requireNonNull(preTransaction);
        Objects.requireNonNull(invoice);
    }
}
