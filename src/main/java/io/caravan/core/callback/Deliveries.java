package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is sent to merchants: one event or a group of them, whose id and bytes stay the same in all attempts. The
 * endpoints of all deliveries are locked by the transaction.
 */
public interface Deliveries {

    /**
     * A delivery to be sent now.
     *
     * @param content what its dialect makes the request of
     * @param since the time of its last event, or of the last replay
     */
    record Due(DeliveryId id, int attempt, byte[] content, Instant since) {}

    /** Takes pending deliveries whose time has come for sending, the longest due first. */
    List<Due> takeDue(Lease lease, Instant now, int limit);

    /** Takes for sending the pending delivery that has been tried least often, whenever its time comes. */
    Optional<Due> takeLeastTried(Lease lease);

    /** Stores new deliveries, taken for sending. */
    void add(Lease lease, Collection<Due> deliveries, Instant now);

    /**
     * Takes deliveries of one event each for sending, new ones and ended ones: these keep their bytes, and their retries
     * begin anew. The events are not sent yet.
     */
    List<Due> reopen(Lease lease, Collection<Due> deliveries, Instant now);

    /** What a lapsed lease has left on its way is due again, with the same id and bytes. */
    void reclaim(Collection<Lease> leases);

    /** Notes attempts and what follows from them; answers those verdicts that hold, without those of stale leases. */
    List<Verdict> record(List<Verdict> verdicts);

    /**
     * Lets the waits of the endpoint's pending deliveries go on that have stood still since then for so long. None
     * becomes longer than the delivery may wait at all.
     */
    void postpone(EndpointId endpoint, Instant since, Duration by);

    /** Gives up the endpoint's pending deliveries that have waited since this time or longer. */
    List<DeliveryId> giveUp(EndpointId endpoint, Instant since);

    /** When the next pending delivery of the endpoint is due. */
    Optional<Instant> nextDue(EndpointId endpoint);
}
