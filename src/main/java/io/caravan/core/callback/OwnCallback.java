package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/** A callback of this merchant; or a group of them, by the id of their delivery. */
public record OwnCallback(MerchantId merchant, DeliveryId id) {

    public OwnCallback {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }
}
