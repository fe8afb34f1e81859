package io.caravan.web;

import io.caravan.core.problem.TooMany;

/**
 * Refuses who does too often from one address what costs more than a page: a link of a shop may make a payment, a way to
 * pay by card opens a page at the acquirer. Each instance counts for itself.
 */
public final class CheckoutLimits {

    private final Throttle throttle;

    public CheckoutLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts one time.
     *
     * @param address of the visitor, as throttled
     * @throws TooMany if there were too many from there
     */
    public void count(String address) {
        throttle.take(address).ifPresent(wait -> {
            throw new TooMany(wait);
        });
    }
}
