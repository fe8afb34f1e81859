package io.caravan.core.paymentinvoice;

import java.util.Objects;

/**
 * An operator's word what a transfer pays that has paid nothing.
 *
 * @param by the operator
 */
public record TransferAssignment(String provider, String transfer, PaymentInvoiceId invoice, String by) {

    public TransferAssignment {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(transfer);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(by);
    }
}
