package io.caravan.camel;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Desk;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Endpoints.LeaseRoom;
import io.caravan.core.callback.Grant;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.Taken;
import io.caravan.usecase.callback.FindDueEndpoints;
import io.caravan.usecase.callback.LeaseEndpoints;
import io.caravan.usecase.callback.RecordAttempts;
import io.caravan.usecase.callback.RenewLeases;
import io.caravan.usecase.callback.TakeDeliveries;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of routes/callback/deliver.camel.yaml: they keep the desk and the tables in step. Whatever goes wrong with
 * one endpoint lets its lease lapse and touches no other.
 */
public final class CallbackPump {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.callbacks");

    private static final int LEASES_AT_ONCE = 128;
    private static final Duration RENEW_AFTER = Duration.ofSeconds(5);

    private final Desk desk;
    private final LeaseEndpoints leaseEndpoints;
    private final RenewLeases renewLeases;
    private final FindDueEndpoints findDueEndpoints;
    private final TakeDeliveries takeDeliveries;
    private final RecordAttempts recordAttempts;
    private final Runnable bell;
    private final Clock realTime;

    public CallbackPump(
            Desk desk,
            LeaseEndpoints leaseEndpoints,
            RenewLeases renewLeases,
            FindDueEndpoints findDueEndpoints,
            TakeDeliveries takeDeliveries,
            RecordAttempts recordAttempts,
            Runnable bell,
            Clock realTime) {
        this.desk = desk;
        this.leaseEndpoints = leaseEndpoints;
        this.renewLeases = renewLeases;
        this.findDueEndpoints = findDueEndpoints;
        this.takeDeliveries = takeDeliveries;
        this.recordAttempts = recordAttempts;
        this.bell = bell;
        this.realTime = realTime;
    }

    /** Leases endpoints that have something due; answers them. Rings again if there may be more. */
    public List<EndpointId> lease() {
        var room = desk.room();
        int all = Math.min(room.all(), LEASES_AT_ONCE);
        if (all == 0) {
            return List.of();
        }
        var now = realTime.instant();
        var leases = leaseEndpoints.lease(new LeaseRoom(all, Math.min(room.failing(), all)));
        desk.hold(leases, now);
        if (leases.size() == LEASES_AT_ONCE) {
            bell.run();
        }
        return leases.stream().map(Lease::endpoint).toList();
    }

    /** Keeps the leases of endpoints with deliveries on their way; answers those endpoints that have more due. */
    public List<EndpointId> keep() {
        var now = realTime.instant();
        var old = desk.toRenew(RENEW_AFTER, now);
        if (!old.isEmpty()) {
            var kept = renewLeases.renew(old);
            desk.renewed(kept, now);
            old.stream().filter(lease -> !kept.contains(lease)).forEach(desk::drop);
        }
        var withRoom = desk.withRoom();
        return withRoom.isEmpty() ? List.of() : List.copyOf(findDueEndpoints.find(withRoom));
    }

    /** Takes as much for the endpoint as is due and may be on its way. */
    public List<Posting> take(EndpointId endpoint) {
        var postings = new ArrayList<Posting>();
        boolean again = true;
        while (again) {
            var grant = desk.begin(endpoint);
            var taken = grant.flatMap(this::take);
            taken.ifPresent(some -> postings.addAll(some.postings()));
            again = taken.isPresent() && desk.end(grant.get(), taken.get(), realTime.instant());
        }
        return postings;
    }

    private Optional<Taken> take(Grant grant) {
        try {
            var taken = takeDeliveries.take(grant);
            taken.unspeakable()
                    .forEach(callback -> LOG.error(
                            "Event {} of {} cannot be put into words for merchant {} and is not told",
                            callback.event().id(),
                            callback.event().subject(),
                            callback.event().merchant()));
            return Optional.of(taken);
        } catch (RuntimeException e) {
            LOG.error("Nothing can be taken for endpoint {}", grant.lease().endpoint(), e);
            desk.drop(grant.lease());
            return Optional.empty();
        }
    }

    /** Whether the posting may still set out. If not, its lease is let go, and it is sent by whoever has the next. */
    public boolean departs(Posting posting) {
        if (realTime.instant().isBefore(posting.departBefore())) {
            return true;
        }
        LOG.warn("Delivery {} was taken too long ago to be sent under the same lease", posting.id());
        desk.drop(posting.lease());
        return false;
    }

    /** Notes that an exchange is over; answers its endpoint if more is known to be due. */
    public List<EndpointId> ended(Attempt attempt) {
        return desk.ended(attempt) ? List.of(attempt.posting().endpoint()) : List.of();
    }

    /** Whether the service stops: then outcomes do not wait for others, as nobody would look at them again. */
    public boolean stops() {
        return desk.isClosed();
    }

    /** Stores the outcomes together or, if that fails, one by one; what cannot be stored is sent again. */
    public Recorded record(List<Attempt> attempts) {
        try {
            var recorded = recordAttempts.record(attempts);
            desk.recorded(attempts);
            return recorded;
        } catch (RuntimeException e) {
            if (attempts.size() > 1) {
                return Recorded.together(
                        attempts.stream().map(List::of).map(this::record).toList());
            }
            return recordWithoutAnswer(attempts.get(0), e);
        }
    }

    private Recorded recordWithoutAnswer(Attempt attempt, RuntimeException cause) {
        try {
            var recorded = recordAttempts.record(List.of(attempt.withoutAnswer()));
            desk.recorded(List.of(attempt));
            return recorded;
        } catch (RuntimeException e) {
            LOG.error("The outcome of {} cannot be stored", attempt.posting(), cause);
            desk.drop(attempt.posting().lease());
            return Recorded.NOTHING;
        }
    }
}
