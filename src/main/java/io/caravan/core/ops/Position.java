package io.caravan.core.ops;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/** A place in a list that is ordered by time and id, the newest first. */
public record Position(Instant at, UUID id) {

    /** Before all others. */
    public static final Position FIRST = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** As databases order ids: by their digits. */
    public static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::at)
            .thenComparing(position -> position.id().toString())
            .reversed();

    public Position {
        Objects.requireNonNull(at);
        Objects.requireNonNull(id);
    }
}
