package io.caravan.core.invoice;

import java.util.Objects;
import java.util.UUID;

/** Names a batch of invoices as long as it is worked on. */
public record BatchId(UUID value) {

    public BatchId {
        Objects.requireNonNull(value);
    }

    public static BatchId random() {
        return new BatchId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
