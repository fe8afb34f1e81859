package io.caravan.core.setup;

import java.util.Objects;

/**
 * A line of a list of things.
 *
 * @param title for people; the id of what has no title
 * @param merchantName whose it is; empty if nobody's
 * @param state as {@code enabled}; empty if things of the kind have none
 */
public record Thing(ThingName name, String title, String merchantName, String state) {

    public Thing {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(merchantName);
        Objects.requireNonNull(state);
    }
}
