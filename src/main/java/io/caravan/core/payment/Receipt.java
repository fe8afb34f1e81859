package io.caravan.core.payment;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import java.util.Objects;

/** How an operation for an invoice stands, with all that its payer may read of it. */
public record Receipt(Merchant merchant, Issuer issuer, Invoice invoice, Payment payment, Operation operation) {

    public Receipt {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(operation);
    }
}
