package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * One instruction to a provider for a payment. Immutable: each change answers the operation as it is then.
 *
 * @param fence counts the attempts to speak to the provider about it; who holds an older one may no longer speak
 */
public record Operation(
        OperationId id,
        PaymentId payment,
        OperationKind kind,
        Money amount,
        OperationState state,
        long fence,
        Optional<String> providerReference,
        Optional<String> reason) {

    public Operation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(state);
        Objects.requireNonNull(providerReference);
        Objects.requireNonNull(reason);
    }

    static Operation request(PaymentId payment, OperationKind kind, Money amount) {
        return new Operation(
                OperationId.random(),
                payment,
                kind,
                amount,
                OperationState.REQUESTED,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * With the outcome written down. A definite outcome is taken from whoever brings it, once; that it is unknown is
     * taken only from the attempt that is under way. Whatever is said after a definite outcome changes nothing.
     *
     * @param attempt the fence of the attempt that brings the outcome
     */
    public Operation settle(Outcome outcome, long attempt) {
        if (!state.isOpen() || !outcome.isDefinite() && (attempt != fence || !state.canBecome(outcome.state()))) {
            return this;
        }
        if (!state.canBecome(outcome.state())) {
            throw new IllegalStateException(state + " cannot become " + outcome.state());
        }
        return new Operation(
                id,
                payment,
                kind,
                amount,
                outcome.state(),
                fence,
                outcome.providerReference().or(() -> providerReference),
                outcome.reason());
    }

    /** Whether the provider now says something else than what it said before: the opposite, or the same done twice. */
    public boolean isContradictedBy(Outcome outcome) {
        return !state.isOpen() && outcome.isDefinite() && (outcome.state() != state || isDoneTwice(outcome));
    }

    private boolean isDoneTwice(Outcome outcome) {
        return state == OperationState.DONE && !outcome.providerReference().equals(providerReference);
    }
}
