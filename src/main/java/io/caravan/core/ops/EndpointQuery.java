package io.caravan.core.ops;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which endpoints an operator wants to see.
 *
 * @param merchant whose; empty for everybody's
 * @param after the last one of the page before
 */
public record EndpointQuery(Optional<MerchantId> merchant, Optional<UUID> after) {

    public EndpointQuery {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(after);
    }
}
