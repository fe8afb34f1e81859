package io.caravan.core.paymentinvoice;

import java.util.Objects;

/**
 * A payment invoice that was asked for.
 *
 * @param again whether the same request has created it before
 */
public record CreatedPaymentInvoice(PaymentInvoice invoice, boolean again) {

    public CreatedPaymentInvoice {
        Objects.requireNonNull(invoice);
    }
}
