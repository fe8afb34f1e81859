package io.caravan.core.payment;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an operation after the provider was spoken to.
 *
 * @param state DONE, REFUSED, WAITING or UNKNOWN
 * @param providerReference the provider's own id of what it did
 * @param reason why it refused, or why the outcome is unknown, in a word for people and programs
 * @param page where the payer is waited for
 * @param doubtful whether the provider said something that cannot be true, so that a person must look at it
 */
public record Outcome(
        OperationState state,
        Optional<String> providerReference,
        Optional<String> reason,
        Optional<URI> page,
        boolean doubtful) {

    /** Why a payer's reservation was refused: the payer left the page. */
    public static final String ABANDONED = "abandoned";

    /** Why a payer's reservation was refused: nobody came in time. */
    public static final String EXPIRED = "expired";

    public Outcome {
        Objects.requireNonNull(providerReference);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(page);
        if (state == OperationState.REQUESTED || state == OperationState.SENT) {
            throw new IllegalArgumentException(state + " is no outcome");
        }
        if (doubtful && state != OperationState.UNKNOWN) {
            throw new IllegalArgumentException("what cannot be believed is unknown");
        }
    }

    public static Outcome done(String providerReference) {
        return new Outcome(
                OperationState.DONE, Optional.of(providerReference), Optional.empty(), Optional.empty(), false);
    }

    public static Outcome refused(String reason) {
        return new Outcome(OperationState.REFUSED, Optional.empty(), Optional.of(reason), Optional.empty(), false);
    }

    /** The provider waits for the payer on this page; it may have told the page before. */
    public static Outcome waiting(String providerReference, Optional<URI> page) {
        return new Outcome(OperationState.WAITING, Optional.of(providerReference), Optional.empty(), page, false);
    }

    /** The provider was silent, or could not be understood. */
    public static Outcome unknown(String reason) {
        return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.of(reason), Optional.empty(), false);
    }

    /** The provider spoke clearly of something else than what it was told: nothing of it is believed. */
    public static Outcome doubtful(String reason) {
        return new Outcome(OperationState.UNKNOWN, Optional.empty(), Optional.of(reason), Optional.empty(), true);
    }

    public boolean isDefinite() {
        return state == OperationState.DONE || state == OperationState.REFUSED;
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
