package io.caravan.core.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Endpoints besides a merchant's own one, which hear of single subjects only. */
public interface CallbackPlaces {

    /**
     * The subject, an invoice or a payment, is told of there, too. The same place for many subjects is one endpoint.
     * Payments are told of where their invoice is.
     */
    void add(UUID subject, List<EndpointRequest> requests, Instant now);
}
