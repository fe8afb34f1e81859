package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;

/** A wish to see a merchant's transactions that began at this time or later. */
public record TransactionSearch(MerchantId merchant, Instant from, int limit) {

    public TransactionSearch {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(from);
    }
}
