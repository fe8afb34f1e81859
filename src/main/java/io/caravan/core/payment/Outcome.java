package io.caravan.core.payment;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an operation after the provider was spoken to.
 *
 * @param state DONE, REFUSED or UNKNOWN
 * @param providerReference the provider's own id of what it did
 * @param reason why it refused, or why the outcome is unknown, in a word for people and programs
 * @param doubtful whether the provider said something that cannot be true, so that a person must look at it
 */
public record Outcome(
        OperationState state, Optional<String> providerReference, Optional<String> reason, boolean doubtful) {

    public Outcome {
        Objects.requireNonNull(providerReference);
        Objects.requireNonNull(reason);
        if (state != OperationState.DONE && state != OperationState.REFUSED && state != OperationState.UNKNOWN) {
            throw new IllegalArgumentException(state + " is no outcome");
        }
        if (doubtful && state != OperationState.UNKNOWN) {
            throw new IllegalArgumentException("what cannot be believed is unknown");
        }
    }

    public static Outcome done(String providerReference) {
        return new Outcome(OperationState.DONE, Optional.of(providerReference), Optional.empty(), false);
    }

    public static Outcome refused(String reason) {
        return new Outcome(OperationState.REFUSED, Optional.empty(), Optional.of(reason), false);
    }

    /** The provider was silent, or could not be understood. */
    public static Outcome unknown(String reason) {
        return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.of(reason), false);
    }

    /** The provider spoke clearly of something else than what it was told: nothing of it is believed. */
    public static Outcome doubtful(String reason) {
        return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.of(reason), true);
    }

    public boolean isDefinite() {
        return state != OperationState.UNKNOWN;
    }

    /** For people: what was said, and by which id the provider knows it. */
    @Override
    public String toString() {
        return state
                + providerReference
                        .or(() -> reason)
                        .map(word -> " (" + word + ")")
                        .orElse("");
    }
}
