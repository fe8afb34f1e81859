package io.caravan.core.payment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something about money that does not add up, and waits for a person.
 *
 * @param payment the payment it is about; none if a provider spoke of nothing that exists here
 * @param what for people; the same text for the same finding, so that it is raised once
 */
public record Alarm(Optional<PaymentId> payment, Optional<OperationId> operation, Kind kind, String what, Instant at) {

    /** What does not add up. */
    public enum Kind {
        /** A provider said something else of an operation whose outcome was known. */
        CONTRADICTION,
        /** A provider spoke of another amount, currency or reference than it was told. */
        DOUBT,
        /** A provider does not give back money that pays no invoice. */
        LATE_MONEY,
        /** A provider refused to take or to release money that it had reserved. */
        REFUSAL,
        /** Somebody who is no provider spoke as one. */
        FORGERY,
        /** Something of an invoice is due and fails whenever it is tried. */
        STUCK
    }

    /** An alarm about this operation. */
    public static Alarm of(Operation operation, Kind kind, String what, Instant at) {
        return new Alarm(Optional.of(operation.payment()), Optional.of(operation.id()), kind, what, at);
    }

    /** An alarm about nothing that exists here. */
    public static Alarm ofNothing(Kind kind, String what, Instant at) {
        return new Alarm(Optional.empty(), Optional.empty(), kind, what, at);
    }

    public Alarm {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(what);
        Objects.requireNonNull(at);
    }
}
