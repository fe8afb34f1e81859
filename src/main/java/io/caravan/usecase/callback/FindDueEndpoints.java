package io.caravan.usecase.callback;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Endpoints;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/** Looks which endpoints in hand have something due: it may have come since they were looked at. */
public class FindDueEndpoints {

    private final Endpoints endpoints;
    private final Clock clock;

    public FindDueEndpoints(Endpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    public Set<EndpointId> find(Collection<EndpointId> inHand) {
        return endpoints.due(inHand, clock.instant());
    }
}
