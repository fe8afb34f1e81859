package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A merchant's wish to get a range of callbacks again.
 *
 * @param status empty for all that are not pending
 * @param from the time of the earliest
 * @param to later than all of them
 * @param askedAt in real time; what was put in line again since then is not replayed twice
 */
public record Replay(
        UUID id, MerchantId merchant, Optional<CallbackStatus> status, Instant from, Instant to, Instant askedAt) {

    public Replay {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(status);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(askedAt);
        if (status.filter(asked -> !asked.canBeReplayed()).isPresent()) {
            throw new IllegalArgumentException("What is pending cannot be replayed");
        }
    }
}
