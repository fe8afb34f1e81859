package io.caravan.usecase.paymentinvoice;

import io.caravan.core.paymentinvoice.ConfirmationTries;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import java.time.Duration;
import java.util.Optional;

/** Counts how often a payment invoice is confirmed within an hour, in a transaction that stands whatever comes of it. */
public class CountConfirmation {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ConfirmationTries tries;
    private final int perHour;

    /** @param perHour 0: as often as anybody likes */
    public CountConfirmation(ConfirmationTries tries, int perHour) {
        this.tries = tries;
        this.perHour = perHour;
    }

    /** For how long to wait before it can be tried again; empty if it can be tried now. */
    public Optional<Duration> count(PaymentInvoiceId id) {
        return perHour == 0 ? Optional.empty() : tries.count(id, perHour, HOUR);
    }
}
