package io.caravan.usecase.callback;

import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Lease;
import java.time.Clock;
import java.util.List;

/** Leases endpoints to which something is to be sent, so that one instance alone sends to each. */
public class LeaseEndpoints {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final String instance;
    private final Clock businessTime;
    private final Clock realTime;

    public LeaseEndpoints(
            Endpoints endpoints, Deliveries deliveries, String instance, Clock businessTime, Clock realTime) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.instance = instance;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** What whoever held such an endpoint before has left on its way is due again. */
    public List<Lease> lease(Endpoints.LeaseRoom room) {
        var leases = endpoints.lease(instance, room, businessTime.instant(), realTime.instant());
        deliveries.reclaim(leases);
        return leases;
    }
}
