package io.caravan.usecase.setup;

import io.caravan.core.access.Subscription;
import io.caravan.core.access.Subscriptions;

/** Writes a sales unit and its keys down. The same again, or from two instances at once, is as good as once. */
public class EnrollSalesUnit {

    private final Subscriptions subscriptions;

    public EnrollSalesUnit(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The merchant is known already. */
    public void enroll(Subscription subscription) {
        subscriptions.put(subscription);
    }
}
