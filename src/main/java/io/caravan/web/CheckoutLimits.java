package io.caravan.web;

import io.caravan.core.problem.TooMany;

/** Refuses who opens the links of shops too often, since each may make a payment. Each instance counts for itself. */
public final class CheckoutLimits {

    private final Throttle throttle;

    public CheckoutLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts a link that was opened.
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
