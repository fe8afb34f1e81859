package io.caravan.core.callback;

import java.util.Objects;

/**
 * What was given up for a suspended endpoint for having waited too long.
 *
 * @param callbacks deliveries that were tried, and events that never were
 */
public record Overdue(WaitingEvents.Stuck endpoint, int callbacks) {

    public Overdue {
        Objects.requireNonNull(endpoint);
    }
}
