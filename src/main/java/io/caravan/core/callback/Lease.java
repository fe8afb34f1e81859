package io.caravan.core.callback;

import java.time.Duration;
import java.util.Objects;

/**
 * An endpoint that one instance alone sends to for a while.
 *
 * @param fence higher with each lease of the endpoint: who holds an older one changes nothing any more
 * @param failing whether the last attempt for this endpoint failed
 */
public record Lease(EndpointId endpoint, long fence, boolean failing) {

    /** How long a lease lasts unless it is renewed. */
    public static final Duration TERM = Duration.ofSeconds(15);

    /** What must be left of it when deliveries are taken; less, and it is renewed. */
    public static final Duration MARGIN = Duration.ofSeconds(13);

    /** No exchange lasts longer, so that all have ended before anybody else can have the lease. */
    public static final Duration EXCHANGE = Duration.ofSeconds(10);

    public Lease {
        Objects.requireNonNull(endpoint);
    }
}
