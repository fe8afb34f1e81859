package io.caravan.core.ops;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody should look into. */
public interface Matters {

    /** The open ones after this place, the newest first. */
    List<Matter> open(MatterQuery query, int limit);

    /** It has been dealt with at this time; whether it was open, and could be closed. */
    boolean close(Matter.Kind kind, UUID id, Instant now);
}
