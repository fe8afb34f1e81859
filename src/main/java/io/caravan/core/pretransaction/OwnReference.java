package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * A reference of a merchant's.
 *
 * @param partner the number by which the merchant calls
 */
public record OwnReference(MerchantId merchant, int partner, String referenceId) {

    public OwnReference {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(referenceId);
    }
}
