package io.caravan.core.callback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What becomes of a delivery after an attempt. */
public record Verdict(Attempt attempt, DeliveryState state, Optional<Instant> nextAttemptAt) {

    public Verdict {
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(state);
        Objects.requireNonNull(nextAttemptAt);
    }

    public DeliveryId delivery() {
        return attempt.posting().id();
    }
}
