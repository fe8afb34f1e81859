package io.caravan.core.callback;

import io.caravan.core.event.Event;
import java.util.List;

/** The way of events to merchants. */
public interface Callbacks {

    /**
     * Puts the events, as far as their dialects tell merchants of them, on their way to the merchants' endpoints. An
     * event without an endpoint is held. The same event again changes nothing.
     */
    void add(List<Event> events);
}
