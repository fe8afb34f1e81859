package io.caravan.usecase.callback;

import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.Endpoints;
import java.time.Clock;

/** Stores where a merchant's callbacks go. */
public class StoreEndpoint {

    private final Endpoints endpoints;
    private final Clock clock;

    public StoreEndpoint(Endpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    public void store(EndpointRequest request) {
        endpoints.put(request, clock.instant());
    }
}
