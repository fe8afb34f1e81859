package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this instance has in hand: the endpoints it holds and how many exchanges are open to each. It keeps the limits:
 * so many for one endpoint, so many in all, and half of those for endpoints whose last attempt failed.
 *
 * <p>An endpoint stays in hand while a delivery is on its way or not yet recorded. One from which nothing is heard for
 * too long is dropped: its lease lapses, and whoever takes it next sends again what was left.
 */
public final class Desk {

    /** Longer than any exchange and its record can take. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final class Place {
        private Lease lease;
        private Dialect dialect;
        private boolean failing;
        private int open;
        private int unrecorded;
        private int granted;
        private boolean taking;
        private boolean again;
        private boolean drained;
        private Instant lastTake;
        private Instant renewed;
    }

    private final int perEndpoint;
    private final int inAll;
    private final Map<EndpointId, Place> places = new HashMap<>();
    private int open;
    private int openToFailing;
    private boolean closed;

    public Desk(int perEndpoint, int inAll) {
        this.perEndpoint = perEndpoint;
        this.inAll = inAll;
    }

    /** How many endpoints more could be served. */
    public synchronized Endpoints.LeaseRoom room() {
        int all = closed ? 0 : Math.max(0, inAll - open);
        return new Endpoints.LeaseRoom(all, Math.min(all, Math.max(0, inAll / 2 - openToFailing)));
    }

    /** These endpoints are in hand from now on. */
    public synchronized void hold(Collection<Lease> leases, Instant realNow) {
        for (var lease : leases) {
            drop(lease.endpoint());
            var place = new Place();
            place.lease = lease;
            place.failing = lease.failing();
            place.lastTake = realNow;
            place.renewed = realNow;
            places.put(lease.endpoint(), place);
        }
    }

    /**
     * Begins to take deliveries for an endpoint. Empty if it is not in hand, if its limit is reached, or if another
     * take is under way; that one then asks for one more.
     */
    public synchronized Optional<Grant> begin(EndpointId endpoint) {
        var place = places.get(endpoint);
        if (place == null) {
            return Optional.empty();
        }
        if (place.taking) {
            place.again = true;
            return Optional.empty();
        }
        var room = room();
        int granted = Math.min(perEndpoint - place.open, place.failing ? room.failing() : room.all());
        boolean idle = place.unrecorded == 0 && place.open == 0;
        if (granted <= 0 && !(closed && idle)) {
            return Optional.empty();
        }
        place.taking = true;
        place.granted = granted;
        place.again = false;
        count(place, granted);
        return Optional.of(new Grant(place.lease, granted, place.unrecorded));
    }

    /** Ends the take; answers whether there is reason for one more. */
    public synchronized boolean end(Grant grant, Taken taken, Instant realNow) {
        var place = placeOf(grant.lease());
        if (place == null) {
            return false;
        }
        count(place, -place.granted);
        place.granted = 0;
        place.taking = false;
        if (!taken.held()) {
            drop(grant.lease().endpoint());
            return false;
        }
        int postings = taken.postings().size();
        place.open += postings;
        place.unrecorded += postings;
        place.renewed = realNow;
        count(place, postings);
        if (postings > 0) {
            place.dialect = taken.postings().get(0).dialect();
            place.lastTake = realNow;
        }
        place.drained = postings < grant.room();
        return place.again;
    }

    /** An exchange has ended; its outcome is yet to be recorded. Answers whether more is known to be due. */
    public synchronized boolean ended(Attempt attempt) {
        var place = placeOf(attempt.posting().lease());
        if (place == null) {
            return false;
        }
        place.open--;
        count(place, -1);
        boolean failing = !attempt.succeeded();
        if (failing != place.failing) {
            openToFailing += (place.open + place.granted) * (failing ? 1 : -1);
            place.failing = failing;
        }
        return !place.drained || place.taking;
    }

    /** The outcomes of these attempts are stored, or of no use any more. */
    public synchronized void recorded(Collection<Attempt> attempts) {
        for (var attempt : attempts) {
            var place = placeOf(attempt.posting().lease());
            if (place != null) {
                place.unrecorded--;
            }
        }
    }

    /** Lets the lease lapse, after which what was on its way is due again. */
    public synchronized void drop(Lease lease) {
        if (placeOf(lease) != null) {
            drop(lease.endpoint());
        }
    }

    /** The leases to renew: those that were not for a while and whose endpoints are heard from. */
    public synchronized List<Lease> toRenew(Duration age, Instant realNow) {
        places.values().stream()
                .filter(place -> place.lastTake.plus(SILENCE).isBefore(realNow))
                .map(place -> place.lease)
                .toList()
                .forEach(this::drop);
        return places.values().stream()
                .filter(place -> !place.renewed.plus(age).isAfter(realNow))
                .map(place -> place.lease)
                .toList();
    }

    public synchronized void renewed(Collection<Lease> leases, Instant realNow) {
        for (var lease : leases) {
            var place = placeOf(lease);
            if (place != null) {
                place.renewed = realNow;
            }
        }
    }

    /** The endpoints in hand for which more could be sent. */
    public synchronized List<EndpointId> withRoom() {
        var result = new ArrayList<EndpointId>();
        places.forEach((id, place) -> {
            if (!place.taking && place.open < perEndpoint) {
                result.add(id);
            }
        });
        return result;
    }

    /** From now on nothing more is taken, and each endpoint is given back as soon as nothing is on its way to it. */
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Open exchanges. */
    public synchronized int open() {
        return open;
    }

    /** Open exchanges of the dialect. */
    public synchronized int open(Dialect dialect) {
        return places.values().stream()
                .filter(place -> place.dialect == dialect)
                .mapToInt(place -> place.open)
                .sum();
    }

    private Place placeOf(Lease lease) {
        var place = places.get(lease.endpoint());
        return place != null && place.lease.fence() == lease.fence() ? place : null;
    }

    private void drop(EndpointId endpoint) {
        var place = places.remove(endpoint);
        if (place != null) {
            count(place, -place.open - place.granted);
        }
    }

    private void count(Place place, int more) {
        open += more;
        if (place.failing) {
            openToFailing += more;
        }
    }
}
