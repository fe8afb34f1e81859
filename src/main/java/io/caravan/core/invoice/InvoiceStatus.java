package io.caravan.core.invoice;

import java.util.EnumSet;
import java.util.Set;

/** Where an invoice stands. {@link #next()} is the only place that knows what may follow what. */
public enum InvoiceStatus {
    /** An item of a batch that waits for its domain check. */
    RECEIVED,
    /** Delivered to the payer, who has not answered. */
    CREATED,
    /** The payer chose to pay later, or tried to pay and failed. */
    ACCEPTED,
    PAID,
    REJECTED,
    /** Thirty days past the due date without a payment. */
    EXPIRED,
    /** Taken back by the merchant. */
    CANCELED,
    /** Refused after it was received; kept only so that the merchant can ask. */
    INVALID;

    /** The statuses that may follow this one; none if this one is final. */
    public Set<InvoiceStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(CREATED, INVALID, CANCELED);
            case CREATED -> EnumSet.of(ACCEPTED, PAID, REJECTED, EXPIRED, CANCELED);
            case ACCEPTED -> EnumSet.of(ACCEPTED, PAID, REJECTED, EXPIRED, CANCELED);
            case PAID, REJECTED, EXPIRED, CANCELED, INVALID -> EnumSet.noneOf(InvoiceStatus.class);
        };
    }

    public boolean canBecome(InvoiceStatus target) {
        return next().contains(target);
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
