package io.caravan.core.payment;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names an operation, and is its idempotency key at the provider. */
public record OperationId(UUID value) {

    public OperationId {
        Objects.requireNonNull(value);
    }

    public static OperationId random() {
        return new OperationId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<OperationId> parse(String text) {
        return Uuids.parse(text).map(OperationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
