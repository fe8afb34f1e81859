package io.caravan.core.payment;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import java.util.Objects;
import java.util.Optional;

/**
 * One instruction to a provider for a payment. Immutable: each change answers the operation as it is then.
 *
 * @param provider the channel to whom it is told
 * @param fence counts the attempts to speak to the provider about it; who holds an older one may no longer speak
 * @param page the page on which the payer reserves the money; there is none for other kinds
 * @param requestKey the {@code Idempotency-Key} of the request that asked for it, if there was one
 */
public record Operation(
        OperationId id,
        PaymentId payment,
        Channel provider,
        OperationKind kind,
        Money amount,
        OperationState state,
        long fence,
        Optional<String> providerReference,
        Optional<String> reason,
        Optional<ProviderPage> page,
        Optional<String> requestKey) {

    public Operation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(state);
        Objects.requireNonNull(providerReference);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(page);
        Objects.requireNonNull(requestKey);
    }

    static Operation request(Payment payment, OperationKind kind, Money amount) {
        return request(payment, kind, amount, Optional.empty());
    }

    static Operation request(Payment payment, OperationKind kind, Money amount, Optional<ProviderPage> page) {
        return new Operation(
                OperationId.random(),
                payment.id(),
                payment.method().provider(),
                kind,
                amount,
                OperationState.REQUESTED,
                0,
                Optional.empty(),
                Optional.empty(),
                page,
                Optional.empty());
    }

    /**
     * With the outcome written down. A definite outcome is taken from whoever brings it, once, and so is that the
     * provider waits for the payer; that it is unknown is taken only from the attempt that is under way. Whatever is said
     * after a definite outcome changes nothing.
     *
     * @param attempt the fence of the attempt that brings the outcome
     */
    public Operation settle(Outcome outcome, long attempt) {
        var isSilence = outcome.state() == OperationState.UNKNOWN;
        if (!state.canBecome(outcome.state()) || isSilence && attempt != fence) {
            return this;
        }
        return new Operation(
                id,
                payment,
                provider,
                kind,
                amount,
                outcome.state(),
                fence,
                outcome.providerReference().or(() -> providerReference),
                outcome.reason(),
                page.map(known -> known.at(outcome.page())),
                requestKey);
    }

    /** The same under another id, asked for by a request with this key. Nobody has heard of it yet. */
    public Operation askedBy(OperationId name, Optional<String> key) {
        return new Operation(name, payment, provider, kind, amount, state, fence, providerReference, reason, page, key);
    }

    /** For people: its state, and by which id the provider knows it. */
    public String words() {
        return state
                + providerReference
                        .or(() -> reason)
                        .map(word -> " (" + word + ")")
                        .orElse("");
    }

    /** Whether the provider now says something else than what it said before: the opposite, or the same done twice. */
    public boolean isContradictedBy(Outcome outcome) {
        return !state.isOpen() && outcome.isDefinite() && (outcome.state() != state || isDoneTwice(outcome));
    }

    private boolean isDoneTwice(Outcome outcome) {
        return state == OperationState.DONE && !outcome.providerReference().equals(providerReference);
    }
}
