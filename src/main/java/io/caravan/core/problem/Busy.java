package io.caravan.core.problem;

import java.time.Duration;

/** A request that was not begun, because too many are under way. Nothing has happened; it may come again. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Busy(Duration retryAfter) {
        super("Too many requests are under way", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When it makes sense to come again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
