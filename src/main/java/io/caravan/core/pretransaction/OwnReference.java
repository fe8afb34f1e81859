package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/** A reference of a merchant's. */
public record OwnReference(MerchantId merchant, String referenceId) {

    public OwnReference {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(referenceId);
    }
}
