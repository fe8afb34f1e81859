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
 * @param destination empty if it cannot be read: then the attempt fails
 */
public record Posting(
        DeliveryId id,
        Lease lease,
        MerchantId merchant,
        Dialect dialect,
        int attempt,
        Instant departBefore,
        Optional<Destination> destination,
        String contentType,
        byte[] body) {

    public Posting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(lease);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(departBefore);
        Objects.requireNonNull(destination);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
    }

    public EndpointId endpoint() {
        return lease.endpoint();
    }

    @Override
    public String toString() {
        return id + " attempt " + attempt;
    }
}
