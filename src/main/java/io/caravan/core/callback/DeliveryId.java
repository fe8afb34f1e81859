package io.caravan.core.callback;

import io.caravan.core.id.Uuids;
import java.util.Objects;

/** Names a delivery, and is its {@code webhook-id}: by it the merchant knows that it has seen a delivery before. */
public record DeliveryId(String value) {

    public DeliveryId {
        Objects.requireNonNull(value);
    }

    public static DeliveryId next() {
        return new DeliveryId("msg_" + Uuids.base32(Uuids.ordered()));
    }

    @Override
    public String toString() {
        return value;
    }
}
