package io.caravan.core.invoice;

import io.caravan.core.event.Event;
import java.time.Instant;

/** Where single new invoices are stored. */
public interface NewInvoices {

    /** What became of a new invoice. */
    enum Outcome {
        STORED,
        /** One with the same fields is open or has been paid or rejected. */
        EXISTS,
        /** Its payer has got as many of this merchant on this day as may be. */
        OVER_DAILY_LIMIT
    }

    /**
     * Stores a new invoice and its event, and counts it for its payer if it names one.
     *
     * @param fingerprint of its draft
     * @param expiresAt when it expires unless it is closed before
     * @return unless STORED, the transaction must be rolled back, as a part of it may have been stored
     */
    Outcome add(Invoice invoice, byte[] fingerprint, Instant expiresAt, DailyLimit limit, Event created);
}
