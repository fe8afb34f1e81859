package io.caravan.usecase.privacy;

import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Erasures;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a wish to be forgotten that can be worked on. That it was taken is written down before anything is done, so that
 * one at which everybody fails waits longer each time.
 */
public class TakeErasure {

    private final Erasures erasures;
    private final Clock realTime;

    public TakeErasure(Erasures erasures, Clock realTime) {
        this.erasures = erasures;
        this.realTime = realTime;
    }

    /** Empty if nothing can be done now. */
    public Optional<UUID> take() {
        var now = realTime.instant();
        var taken = erasures.take(now);
        taken.ifPresent(erasure -> erasures.update(erasure.taken(now)));
        return taken.map(Erasure::id);
    }
}
