package io.caravan.core.ops;

import java.util.Objects;

/**
 * Which page of what was given up.
 *
 * @param callbacks those after this one
 * @param notices those after this one
 */
public record DeadLetterQuery(Position callbacks, Position notices) {

    public DeadLetterQuery {
        Objects.requireNonNull(callbacks);
        Objects.requireNonNull(notices);
    }
}
