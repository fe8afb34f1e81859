package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The place where a merchant takes the callbacks of one dialect.
 *
 * @param destination empty if its credential cannot be read, as when its key is lost
 * @param leaseUntil in real time
 */
public record Endpoint(
        EndpointId id,
        MerchantId merchant,
        Dialect dialect,
        Optional<Destination> destination,
        Instant leaseUntil,
        Standing standing) {

    public Endpoint {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(destination);
        Objects.requireNonNull(leaseUntil);
        Objects.requireNonNull(standing);
    }
}
