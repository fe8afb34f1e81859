package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackFigures;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.callback.WaitingEvents.Backlog;
import io.caravan.core.dialect.Dialect;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what waits for merchants, and which of them take nothing. */
public class MeasureCallbacks {

    private final WaitingEvents waitingEvents;
    private final Standings standings;
    private final Clock clock;

    public MeasureCallbacks(WaitingEvents waitingEvents, Standings standings, Clock clock) {
        this.waitingEvents = waitingEvents;
        this.standings = standings;
        this.clock = clock;
    }

    public Map<Dialect, CallbackFigures> measure(Collection<Dialect> dialects) {
        var backlog = waitingEvents.backlog(dialects, clock.instant());
        var suspended = standings.suspended();
        return dialects.stream().collect(Collectors.toMap(Function.identity(), dialect -> {
            var waiting = backlog.getOrDefault(dialect, Backlog.NONE);
            return new CallbackFigures(waiting.callbacks(), waiting.oldest(), suspended.getOrDefault(dialect, 0L));
        }));
    }
}
