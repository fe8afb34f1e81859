package io.caravan.core.event;

import java.util.List;
import java.util.UUID;

/** Everything that happened: insert-only, and the source of histories. */
public interface Events {

    /**
     * Records the event and puts it in the outbox, from where it is relayed to payers and merchants after the commit.
     * The subject is new or locked by this transaction.
     */
    void record(Event event);

    /** Records the events, each of another subject, as one by one. */
    void record(List<Event> events);

    /** The events of this subject in the order of their numbers. */
    List<Event> of(UUID subject);
}
