package io.caravan.core.ops;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a merchant's endpoint stands.
 *
 * @param failures attempts that failed since the last that did not
 * @param suspendedSince from then on it gets probes only
 * @param waiting callbacks on their way, counted up to a limit
 * @param dead callbacks that were given up, counted up to a limit
 */
public record EndpointHealth(
        EndpointId id,
        MerchantId merchant,
        String merchantName,
        Dialect dialect,
        String url,
        int failures,
        Optional<Instant> suspendedSince,
        int waiting,
        int dead) {

    /** Callbacks are counted no further. */
    public static final int MOST = 1000;
}
