package io.caravan.usecase.payment;

import io.caravan.core.payment.Testimonies;
import java.time.Clock;
import java.time.Duration;

/** Forgets which testimonies were heard long ago: their providers repeat them no more. */
public class PurgeTestimonies {

    private static final int BATCH = 5000;
    private static final Duration AGE = Duration.ofDays(30);

    private final Testimonies testimonies;
    private final Clock realTime;

    public PurgeTestimonies(Testimonies testimonies, Clock realTime) {
        this.testimonies = testimonies;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return testimonies.forgetBefore(realTime.instant().minus(AGE), BATCH) == BATCH;
    }
}
