package io.caravan.core.paymentinvoice;

import java.util.Objects;

/** A payer's word in which way to pay. */
public record ServiceChoice(PaymentInvoiceId invoice, String service) {

    public ServiceChoice {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(service);
    }
}
