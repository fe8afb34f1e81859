package io.caravan.core.problem;

import java.time.Duration;

/**
 * A request that was not begun, because too many are under way or the database is away; it may come again. If the database
 * went away in the middle, nobody knows whether it was done: it is safe to repeat under its idempotency key.
 */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Busy(Duration retryAfter) {
        super("This cannot be done now", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When it makes sense to come again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
