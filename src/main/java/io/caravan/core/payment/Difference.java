package io.caravan.core.payment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in which the provider's list and ours do not agree, and which waits for a person.
 *
 * @param payment the payment concerned, if it exists here
 * @param subject our id of the operation, or the provider's of one that is missing here: one difference of a kind for each
 * @param what for people; what goes beyond 500 characters is cut off
 */
public record Difference(Optional<PaymentId> payment, String subject, Kind kind, String what, Instant at) {

    private static final int LONGEST = 500;

    /** In what they differ. */
    public enum Kind {
        /** The provider lists what nobody here has asked for. */
        MISSING_HERE,
        /** The provider does not list what it said it did. */
        MISSING_THERE,
        /** The provider lists it for another payment. */
        OTHER_REFERENCE,
        OTHER_AMOUNT,
        /** The provider lists another outcome, or another kind of operation. */
        OTHER_STATUS
    }

    public Difference {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(kind);
        what = what.substring(0, Math.min(what.length(), LONGEST));
        Objects.requireNonNull(at);
    }
}
