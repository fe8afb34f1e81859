package io.caravan.core.hold;

import java.time.Instant;
import java.util.Objects;

/**
 * Word of an operator that something is to wait until it is released.
 *
 * @param name of the thing, among those of its kind
 * @param since in real time
 * @param by who said so
 * @param why in that person's words
 */
public record Hold(HoldKind kind, String name, Instant since, String by, String why) {

    public Hold {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(since);
        Objects.requireNonNull(by);
        Objects.requireNonNull(why);
    }
}
