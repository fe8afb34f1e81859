package io.caravan.core.privacy;

import java.util.Objects;

/**
 * How much of one kind is held of a payer.
 *
 * @param kind such as {@code invoices}
 * @param count all of them
 * @param open those that an erasure leaves until they end
 */
public record Holding(String kind, long count, long open) {

    public Holding {
        Objects.requireNonNull(kind);
    }
}
