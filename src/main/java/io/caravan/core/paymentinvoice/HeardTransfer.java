package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A transfer, and what became of it.
 *
 * @param payment what it has paid
 * @param why it pays nothing, for people
 * @param at when it was heard of, in business time
 */
public record HeardTransfer(
        IncomingTransfer transfer, TransferState state, Optional<PaymentId> payment, Optional<String> why, Instant at) {

    public HeardTransfer {
        Objects.requireNonNull(transfer);
        Objects.requireNonNull(state);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(why);
        Objects.requireNonNull(at);
    }

    /** That has paid what its reference says. */
    public static HeardTransfer matched(IncomingTransfer transfer, PaymentId payment, Instant at) {
        return new HeardTransfer(transfer, TransferState.MATCHED, Optional.of(payment), Optional.empty(), at);
    }

    /** That pays nothing. */
    public static HeardTransfer unmatched(IncomingTransfer transfer, String why, Instant at) {
        return new HeardTransfer(transfer, TransferState.UNMATCHED, Optional.empty(), Optional.of(why), at);
    }

    /** The same after a person has said what it pays. */
    public HeardTransfer assigned(PaymentId to) {
        return become(TransferState.ASSIGNED, Optional.of(to));
    }

    /** The same after a person has paid it back. */
    public HeardTransfer returned() {
        return become(TransferState.RETURNED, Optional.empty());
    }

    /** Its place in the list of those that pay nothing. */
    public TransferPlace place() {
        return new TransferPlace(at, transfer.provider(), transfer.id());
    }

    private HeardTransfer become(TransferState next, Optional<PaymentId> paid) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new HeardTransfer(transfer, next, paid, why, at);
    }
}
