package io.caravan.core.ops;

import java.time.Instant;
import java.util.Objects;

/**
 * Work of one kind that has not ended.
 *
 * @param kind the channel, dialect or provider; empty for parts that have no kinds
 * @param state its state, as stored; empty for parts that have none
 * @param count at least 1
 * @param more whether there is more than {@code count}, which was not counted
 * @param oldest of what was counted
 * @param businessTime whether {@code oldest} is in business time
 */
public record StuckWork(
        Part part, String kind, String state, long count, boolean more, Instant oldest, boolean businessTime) {

    public StuckWork {
        Objects.requireNonNull(part);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(state);
        Objects.requireNonNull(oldest);
    }
}
