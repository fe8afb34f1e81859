package io.caravan.core.callback;

import io.caravan.core.event.EventType;
import java.util.Objects;
import java.util.Set;

/**
 * A sales unit's wish to hear of some kinds of events. It is an endpoint of its own.
 *
 * @param msn the sales unit's Merchant-Serial-Number
 */
public record Registration(EndpointId id, String msn, String url, Set<EventType> events) {

    /** How many a sales unit may have for each kind of event. */
    public static final int MOST = 25;

    public Registration {
        Objects.requireNonNull(id);
        Objects.requireNonNull(msn);
        Objects.requireNonNull(url);
        events = Set.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a registration for nothing");
        }
    }
}
