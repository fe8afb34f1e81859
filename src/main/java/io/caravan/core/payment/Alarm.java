package io.caravan.core.payment;

import java.time.Instant;
import java.util.Objects;

/**
 * Something about money that does not add up, and waits for a person.
 *
 * @param what for people; the same text for the same finding, so that it is raised once
 */
public record Alarm(PaymentId payment, OperationId operation, Kind kind, String what, Instant at) {

    /** What does not add up. */
    public enum Kind {
        /** A provider said something else of an operation whose outcome was known. */
        CONTRADICTION,
        /** A provider spoke of another amount, currency or reference than it was told. */
        DOUBT,
        /** Money was taken for an invoice that can no longer be paid by it: it is to be given back. */
        LATE_MONEY
    }

    public Alarm {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(what);
        Objects.requireNonNull(at);
    }
}
