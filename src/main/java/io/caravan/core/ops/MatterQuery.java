package io.caravan.core.ops;

import java.util.Objects;

/**
 * Which page of matters.
 *
 * @param after those of the kind that come after this one
 */
public record MatterQuery(Matter.Kind kind, Position after) {

    public MatterQuery {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(after);
    }
}
