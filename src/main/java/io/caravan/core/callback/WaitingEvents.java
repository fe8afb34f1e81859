package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The events that wait for endpoints, those of each subject in line: only the first of a line can go. */
public interface WaitingEvents {

    /** An event that can go now. */
    record Waiting(UUID id, Event event) {}

    /** Events that can go to the endpoint, the longest waiting first. The endpoint is locked by this transaction. */
    List<Waiting> ready(EndpointId endpoint, Instant now, int limit);

    /** Events that wait to go alone and can go now, the longest waiting first. The endpoint is locked as above. */
    List<Waiting> apart(EndpointId endpoint, Instant now, int limit);

    /** These events go with this delivery. */
    void send(DeliveryId delivery, List<Waiting> members);

    /** This event cannot be put into words: it is dead, and the next of its subject has its turn. */
    void giveUp(Endpoint endpoint, Waiting callback, Instant now);

    /** The deliveries have ended: their events end with them, and the next of each subject has its turn. */
    void end(List<Verdict> verdicts, Instant now);

    /** When the next event can go to the endpoint. */
    Optional<Instant> nextReady(EndpointId endpoint);

    /** What waits in a dialect, and for how long the oldest has. */
    record Backlog(long callbacks, Duration oldest) {}

    Map<Dialect, Backlog> backlog(Collection<Dialect> dialects, Instant now);
}
