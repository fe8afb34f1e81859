package io.caravan.core.ops;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What is to be sent once more.
 *
 * @param name the id of a delivery, a merchant or a notice, or the name of a channel
 */
public record ReplayTarget(Kind kind, String name) {

    /** What a target can be. */
    public enum Kind {
        /** A callback, or each of a group. */
        CALLBACK,
        /** All dead callbacks of a merchant. */
        MERCHANT,
        /** A parked notice. */
        NOTICE,
        /** The parked notices of a channel. */
        CHANNEL;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReplayTarget {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static ReplayTarget of(String kind, String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.text().equals(kind))
                .findFirst()
                .map(known -> new ReplayTarget(known, name))
                .orElseThrow(() -> new IllegalArgumentException("Nothing of this kind can be replayed"));
    }

    /** For people. */
    public String text() {
        return kind.text() + " " + name;
    }
}
