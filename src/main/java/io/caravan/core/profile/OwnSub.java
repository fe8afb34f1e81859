package io.caravan.core.profile;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/** A name by which this merchant asks for a payer. */
public record OwnSub(MerchantId merchant, ProfileSub sub) {

    public OwnSub {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(sub);
    }
}
