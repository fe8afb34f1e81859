package io.caravan.core.invoice;

import io.caravan.core.payer.PayerId;
import java.util.Objects;

/** A payer's word that an invoice shall not be paid. */
public record Rejection(PayerId payer, InvoiceId invoice) {

    public Rejection {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(invoice);
    }
}
