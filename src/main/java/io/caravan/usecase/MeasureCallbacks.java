package io.caravan.usecase;

import io.caravan.core.callback.Callbacks;
import io.caravan.core.dialect.Dialect;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Counts what waits for merchants. */
public class MeasureCallbacks {

    private final Callbacks callbacks;
    private final Clock clock;

    public MeasureCallbacks(Callbacks callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    public Map<Dialect, Callbacks.Backlog> measure(Collection<Dialect> dialects) {
        return callbacks.backlog(dialects, clock.instant());
    }
}
