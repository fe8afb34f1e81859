package io.caravan.core.payment;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a payment. */
public record PaymentId(UUID value) {

    public PaymentId {
        Objects.requireNonNull(value);
    }

    public static PaymentId random() {
        return new PaymentId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<PaymentId> parse(String text) {
        return Uuids.parse(text).map(PaymentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
