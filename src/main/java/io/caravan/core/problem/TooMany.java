package io.caravan.core.problem;

import java.time.Duration;

/** A request that was not begun, because its caller asks too often. It may come again. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooMany(Duration retryAfter) {
        super("Too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When the next one is let in. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
