package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where merchants take their callbacks, and which instance sends to which of them. Leases are in real time. */
public interface Endpoints {

    /** From now on the merchant's callbacks of this dialect go there, those that wait included. */
    void put(EndpointRequest request, Instant now);

    /** Where the merchant's callbacks of this dialect go. */
    Optional<String> url(MerchantId merchant, Dialect dialect);

    /** Whether they go there with this credential. */
    boolean isStored(EndpointRequest request);

    /**
     * The merchant hears of nothing more there; what is on its way still goes.
     *
     * @return whether it had an endpoint
     */
    boolean retire(MerchantId merchant, Dialect dialect);

    /** Leases endpoints for which something is due and which nobody holds, the longest due first. */
    List<Lease> lease(String owner, LeaseRoom room, Instant now, Instant realNow);

    /** How many endpoints can be leased: of all, and of those whose last attempt failed. */
    record LeaseRoom(int all, int failing) {}

    /** Renews the leases; answers those that are still held. */
    Set<Lease> renew(Collection<Lease> leases, Instant realNow);

    /** Those of the endpoints, each leased by this instance, for which something is due now. */
    Set<EndpointId> due(Collection<EndpointId> endpoints, Instant now);

    /** Locks the endpoint and renews the lease; empty if the lease is lost. */
    Optional<Endpoint> hold(Lease lease, Instant realNow);

    /** Gives the endpoint, which is locked and held, back until something is due for it. */
    void release(Lease lease, Optional<Instant> dueAt);

    /** Something can be done for the endpoint, which is locked, at this time, if not before. */
    void wake(EndpointId endpoint, Instant at);
}
