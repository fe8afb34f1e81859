package io.caravan.core.pretransaction;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who follows a link of a pre-transaction: a short one, or the partner's number and an id.
 *
 * @param id the invoice's, or the one that follows from its reference
 */
public record LandingRequest(Optional<ShortCode> code, int partner, Optional<UUID> id) {

    public LandingRequest {
        Objects.requireNonNull(code);
        Objects.requireNonNull(id);
    }
}
