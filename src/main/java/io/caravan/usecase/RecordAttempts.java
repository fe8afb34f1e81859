package io.caravan.usecase;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Verdict;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.dialect.Dialect;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Stores what came of attempts: delivered, to be tried again, or given up; and lets the next of each subject go. */
public class RecordAttempts {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final WaitingEvents waitingEvents;
    private final Map<Dialect, RetryPlan> plans;
    private final DoubleSupplier chance;
    private final Clock clock;

    /** Takes its chances, which spread the waits, from 0 to 1. */
    public RecordAttempts(
            Endpoints endpoints,
            Deliveries deliveries,
            WaitingEvents waitingEvents,
            Map<Dialect, RetryPlan> plans,
            DoubleSupplier chance,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.waitingEvents = waitingEvents;
        this.plans = Map.copyOf(plans);
        this.chance = chance;
        this.clock = clock;
    }

    /** Changes nothing for deliveries that somebody else has taken since. */
    public Recorded record(List<Attempt> attempts) {
        var now = clock.instant();
        endpoints.lock(
                attempts.stream().map(attempt -> attempt.posting().endpoint()).collect(Collectors.toSet()));
        var verdicts = deliveries.record(attempts.stream()
                .map(attempt -> plans.get(attempt.posting().dialect()).judge(attempt, now, chance.getAsDouble()))
                .toList());
        waitingEvents.end(verdicts, now);
        endpoints.count(verdicts.stream().map(Verdict::attempt).toList());
        return new Recorded(verdicts);
    }
}
