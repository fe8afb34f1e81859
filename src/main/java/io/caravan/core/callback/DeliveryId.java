package io.caravan.core.callback;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a delivery, and is its {@code webhook-id}: by it the merchant knows that it has seen a delivery before. */
public record DeliveryId(String value) {

    private static final String PREFIX = "msg_";

    public DeliveryId {
        Objects.requireNonNull(value);
    }

    public static DeliveryId next() {
        return of(Uuids.ordered());
    }

    /** Of the delivery that carries this callback and no other, always the same. */
    public static DeliveryId of(UUID callback) {
        return new DeliveryId(PREFIX + Uuids.base32(callback));
    }

    /** Reads an id; empty if it is none. */
    public static Optional<DeliveryId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Uuids.parseBase32(text.substring(PREFIX.length())).map(DeliveryId::of)
                : Optional.empty();
    }

    /** The callback that this delivery carries, unless it carries a group. */
    public UUID callback() {
        return Uuids.parseBase32(value.substring(PREFIX.length())).orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
