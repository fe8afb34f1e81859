package io.caravan.core.payment;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an operation after the provider was spoken to.
 *
 * @param state DONE, REFUSED or UNKNOWN
 * @param providerReference the provider's own id of what it did
 * @param reason why it refused, or why the outcome is unknown, in a word for people and programs
 */
public record Outcome(OperationState state, Optional<String> providerReference, Optional<String> reason) {

    public Outcome {
        Objects.requireNonNull(providerReference);
        Objects.requireNonNull(reason);
        if (state != OperationState.DONE && state != OperationState.REFUSED && state != OperationState.UNKNOWN) {
            throw new IllegalArgumentException(state + " is no outcome");
        }
    }

    public static Outcome done(String providerReference) {
        return new Outcome(OperationState.DONE, Optional.of(providerReference), Optional.empty());
    }

    public static Outcome refused(String reason) {
        return new Outcome(OperationState.REFUSED, Optional.empty(), Optional.of(reason));
    }

    public static Outcome unknown(String reason) {
        return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.of(reason));
    }

    public boolean isDefinite() {
        return state != OperationState.UNKNOWN;
    }
}
