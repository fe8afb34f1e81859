package io.caravan.core.paymentinvoice;

import java.time.Duration;
import java.util.Optional;

/** How often each payment invoice has been confirmed, whatever came of it: by whoever knows its id, at any instance. */
public interface ConfirmationTries {

    /**
     * Counts a try, unless there have been as many within this time of the first of them.
     *
     * @return how long to wait; empty if it was counted, or there is no such payment invoice
     */
    Optional<Duration> count(PaymentInvoiceId id, int most, Duration within);
}
