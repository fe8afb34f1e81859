package io.caravan.core.callback;

import io.caravan.core.event.Event;
import java.util.List;

/** Events on their way to merchants. */
public interface Callbacks {

    /** Has the events told to their merchants. The same event again changes nothing. */
    void add(List<Event> events);
}
