package io.caravan.core.callback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param reason why it is given up, if it is
 */
public record Verdict(
        Attempt attempt, DeliveryState state, Optional<Instant> nextAttemptAt, Optional<DeadReason> reason) {

    public Verdict {
        Objects.requireNonNull(attempt);
        Objects.requireNonNull(state);
        Objects.requireNonNull(nextAttemptAt);
        Objects.requireNonNull(reason);
    }

    static Verdict delivered(Attempt attempt) {
        return new Verdict(attempt, DeliveryState.DELIVERED, Optional.empty(), Optional.empty());
    }

    static Verdict again(Attempt attempt, Instant at) {
        return new Verdict(attempt, DeliveryState.PENDING, Optional.of(at), Optional.empty());
    }

    static Verdict dead(Attempt attempt, DeadReason reason) {
        return new Verdict(attempt, DeliveryState.DEAD, Optional.empty(), Optional.of(reason));
    }

    public DeliveryId delivery() {
        return attempt.posting().id();
    }
}
