package io.caravan.core.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/** A pre-transaction, as its merchant names it. */
public record OwnPreTransaction(MerchantId merchant, InvoiceId id) {

    public OwnPreTransaction {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }
}
