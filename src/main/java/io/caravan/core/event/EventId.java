package io.caravan.core.event;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names an event. Later events have larger ids, but for events of the same millisecond. */
public record EventId(UUID value) {

    public EventId {
        Objects.requireNonNull(value);
    }

    public static EventId next() {
        return new EventId(Uuids.ordered());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
