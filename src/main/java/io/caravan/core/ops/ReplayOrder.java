package io.caravan.core.ops;

import java.util.Objects;

/** An operator's word that something is to be sent once more. */
public record ReplayOrder(ReplayTarget target, String operator) {

    public ReplayOrder {
        Objects.requireNonNull(target);
        Objects.requireNonNull(operator);
    }
}
