package io.caravan.core.invoice;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice and all that its merchant is told with it.
 *
 * @param payment the id of the payment that paid it
 */
public record InvoiceDetails(Invoice invoice, Issuer issuer, Merchant merchant, Optional<String> payment) {

    public InvoiceDetails {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(payment);
    }
}
