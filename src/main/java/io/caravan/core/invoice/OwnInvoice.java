package io.caravan.core.invoice;

import io.caravan.core.merchant.Merchant;
import java.util.Objects;

/** An invoice as its merchant names it. Whether there is such an invoice is still to be seen. */
public record OwnInvoice(Merchant merchant, InvoiceId id) {

    public OwnInvoice {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }
}
