package io.caravan.core.time;

import java.time.Instant;

/** Points in time. */
public final class Instants {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** Whether something can have been stored at this time. Neither database takes all that Java can say. */
    public static boolean isStorable(Instant at) {
        return !at.isBefore(FIRST) && at.isBefore(LAST);
    }
}
