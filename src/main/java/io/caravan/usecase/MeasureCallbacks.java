package io.caravan.usecase;

import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.dialect.Dialect;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Counts what waits for merchants. */
public class MeasureCallbacks {

    private final WaitingEvents waitingEvents;
    private final Clock clock;

    public MeasureCallbacks(WaitingEvents waitingEvents, Clock clock) {
        this.waitingEvents = waitingEvents;
        this.clock = clock;
    }

    public Map<Dialect, WaitingEvents.Backlog> measure(Collection<Dialect> dialects) {
        return waitingEvents.backlog(dialects, clock.instant());
    }
}
