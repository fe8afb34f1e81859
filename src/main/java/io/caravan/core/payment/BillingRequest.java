package io.caravan.core.payment;

import io.caravan.core.invoice.InvoiceId;
import java.util.Objects;

/** Somebody's wish to pay an invoice on the bill of a phone. Its owner is asked by the carrier. */
public record BillingRequest(InvoiceId invoice, PhoneBill bill) {

    public BillingRequest {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(bill);
    }
}
