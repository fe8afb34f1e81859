package io.caravan.web;

import io.caravan.core.paymentrequest.NewPayment;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.problem.TooMany;

/** Refuses sales units that ask too often about the same payment. Each instance counts for itself, in real time. */
public final class PaymentLimits {

    private final Throttle creations;
    private final Throttle adjustments;
    private final Throttle reads;

    public PaymentLimits(Throttle creations, Throttle adjustments, Throttle reads) {
        this.creations = creations;
        this.adjustments = adjustments;
        this.reads = reads;
    }

    /**
     * Counts a request that creates the payment, or would if its reference were free.
     *
     * @throws TooMany if there were too many
     */
    public void create(NewPayment wish) {
        var draft = wish.draft();
        count(creations, new OwnPayment(draft.unit(), draft.reference()));
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
