package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The events that wait for endpoints, those of each subject in line: only the first of a line can go. */
public interface WaitingEvents {

    /**
     * An event that can go now.
     *
     * @param since its time, or that of its last replay
     */
    record Waiting(UUID id, Event event, Instant since) {}

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

    /** Gives up events that have waited since this time or longer, the oldest first; answers how many. */
    int giveUp(EndpointId endpoint, Dialect dialect, Instant since, int limit, Instant now);

    /** These deliveries were given up for having waited too long: so are their events. */
    void giveUp(Collection<DeliveryId> deliveries, Instant now);

    /** What the delivery is about, up to a limit. */
    List<UUID> subjects(DeliveryId delivery, int limit);

    /** Whether anything is on its way or waits for the endpoint that is about something else. */
    boolean hasOthers(EndpointId endpoint, Set<UUID> subjects);

    /** A suspended endpoint. */
    record Stuck(EndpointId endpoint, MerchantId merchant, Dialect dialect) {}

    /** A suspended endpoint for which something has waited since this time or longer, and no probe is due. */
    Optional<Stuck> stuck(Collection<Dialect> dialects, Instant since, Instant now);

    /** When the next event can go to the endpoint. */
    Optional<Instant> nextReady(EndpointId endpoint);

    /** What waits in a dialect, and for how long the oldest has. */
    record Backlog(long callbacks, Duration oldest) {

        public static final Backlog NONE = new Backlog(0, Duration.ZERO);
    }

    Map<Dialect, Backlog> backlog(Collection<Dialect> dialects, Instant now);
}
