package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/** A wish to see the pre-transactions of a merchant that have a correlation id. */
public record PreTransactionList(MerchantId merchant, String correlationId, int skip, int top) {

    public PreTransactionList {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(correlationId);
    }
}
