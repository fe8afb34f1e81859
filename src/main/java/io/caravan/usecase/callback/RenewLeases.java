package io.caravan.usecase.callback;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Lease;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/** Keeps endpoints in hand for which deliveries are on their way. */
public class RenewLeases {

    private final Endpoints endpoints;
    private final Clock realTime;

    public RenewLeases(Endpoints endpoints, Clock realTime) {
        this.endpoints = endpoints;
        this.realTime = realTime;
    }

    /** Answers the leases that are still held; the others are lost. */
    public Set<Lease> renew(Collection<Lease> leases) {
        return endpoints.renew(leases, realTime.instant());
    }
}
