package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * One instruction to a provider for a payment.
 *
 * @param fence counts the attempts to give it to the provider; who holds an older one may no longer speak to the provider
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

    /** On its way to the provider, for one attempt more. */
    public Operation send() {
        return moveTo(OperationState.SENT, fence + 1, providerReference, Optional.empty());
    }

    /** With the outcome written down. The same definite outcome again changes nothing. */
    public Operation settle(Outcome outcome) {
        if (!state.isOpen() && state == outcome.state()) {
            return this;
        }
        return moveTo(
                outcome.state(), fence, outcome.providerReference().or(() -> providerReference), outcome.reason());
    }

    /** Whether the provider is now said to have done the opposite of what it said before. */
    public boolean isContradictedBy(Outcome outcome) {
        return !state.isOpen() && outcome.isDefinite() && outcome.state() != state;
    }

    private Operation moveTo(OperationState target, long newFence, Optional<String> reference, Optional<String> why) {
        if (!state.canBecome(target) && state != target) {
            throw new IllegalStateException(state + " cannot become " + target);
        }
        return new Operation(id, payment, kind, amount, target, newFence, reference, why);
    }
}
