package io.caravan.core.setup;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an operator has looked at before changing it.
 *
 * @param unchanged whether a thing, or that there is none, is what was looked at
 */
public record Seen(ThingName name, Predicate<Optional<Setup>> unchanged) {

    public Seen {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unchanged);
    }
}
