package io.caravan.core.callback;

import io.caravan.core.event.EventType;
import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;
import java.util.Set;

/** What a sales unit wants to hear of, and where. */
public record RegistrationRequest(SalesUnit unit, String url, Set<EventType> events) {

    public RegistrationRequest {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(url);
        events = Set.copyOf(events);
    }
}
