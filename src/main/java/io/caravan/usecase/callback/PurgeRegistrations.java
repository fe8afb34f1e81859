package io.caravan.usecase.callback;

import io.caravan.core.callback.Registrations;
import java.time.Clock;
import java.time.Duration;

/** Removes registrations that have taken nothing for long, and gives up what still waits for removed ones. */
public class PurgeRegistrations {

    private static final int BATCH = 100;

    private final Registrations registrations;
    private final Duration patience;
    private final Clock businessTime;
    private final Clock realTime;

    /** @param patience with one that is suspended */
    public PurgeRegistrations(Registrations registrations, Duration patience, Clock businessTime, Clock realTime) {
        this.registrations = registrations;
        this.patience = patience;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Removes a batch and answers whether there may be more. */
    public boolean purge() {
        var now = businessTime.instant();
        int rest = registrations.giveUpRest(BATCH, realTime.instant());
        return registrations.removeDead(now.minus(patience), BATCH, now) == BATCH || rest == BATCH;
    }
}
