package io.caravan.web;

import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.problem.TooMany;

/** Refuses sales units that ask too often about the same payment. Each instance counts for itself, in real time. */
public final class PaymentLimits {

    private final Throttle adjustments;
    private final Throttle reads;

    public PaymentLimits(Throttle adjustments, Throttle reads) {
        this.adjustments = adjustments;
        this.reads = reads;
    }

    /**
     * Counts a request that changes the payment.
     *
     * @throws TooMany if there were too many
     */
    public void adjust(OwnPayment payment) {
        count(adjustments, payment);
    }

    /**
     * Counts a request that only looks.
     *
     * @throws TooMany if there were too many
     */
    public void read(OwnPayment payment) {
        count(reads, payment);
    }

    private static void count(Throttle throttle, OwnPayment payment) {
        throttle.take(payment.unit().msn() + "/" + payment.reference()).ifPresent(wait -> {
            throw new TooMany(wait);
        });
    }
}
