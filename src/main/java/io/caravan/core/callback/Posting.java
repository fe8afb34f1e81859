package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to bring a delivery to its endpoint.
 *
 * @param attempt its number, from 1
 * @param departBefore it is not sent after this, in real time: somebody else may hold the lease by then
 * @param giveUpAt a failure at this time or later is the last
 * @param request empty if it cannot be made, as without the endpoint's credential: then the attempt fails
 */
public record Posting(
        DeliveryId id,
        Lease lease,
        MerchantId merchant,
        Dialect dialect,
        int attempt,
        Instant departBefore,
        Instant giveUpAt,
        Optional<CallbackRequest> request) {

    public Posting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(lease);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(departBefore);
        Objects.requireNonNull(giveUpAt);
        Objects.requireNonNull(request);
    }

    public EndpointId endpoint() {
        return lease.endpoint();
    }

    public Optional<Destination> destination() {
        return request.map(CallbackRequest::destination);
    }

    /** What is sent and signed. */
    public byte[] body() {
        return request.map(CallbackRequest::body).orElseGet(() -> new byte[0]);
    }

    @Override
    public String toString() {
        return id + " attempt " + attempt;
    }
}
