package io.caravan.core.ops;

import java.util.Objects;
import java.util.UUID;

/**
 * An operator's word that a matter has been dealt with.
 *
 * @param why what was found out, for the others
 */
public record MatterOrder(Matter.Kind kind, UUID id, String operator, String why) {

    public MatterOrder {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(operator);
        if (why.isBlank() || why.length() > 200) {
            throw new IllegalArgumentException("Say in 1 to 200 characters what was found out.");
        }
    }
}
