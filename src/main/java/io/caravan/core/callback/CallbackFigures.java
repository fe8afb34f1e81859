package io.caravan.core.callback;

import java.time.Duration;
import java.util.Objects;

/**
 * How callbacks of a dialect fare in the whole cluster.
 *
 * @param pending events on their way to merchants
 * @param oldest for how long the oldest of them has been on its way
 * @param suspended endpoints that get nothing but probes
 */
public record CallbackFigures(long pending, Duration oldest, long suspended) {

    public static final CallbackFigures NONE = new CallbackFigures(0, Duration.ZERO, 0);

    public CallbackFigures {
        Objects.requireNonNull(oldest);
    }
}
