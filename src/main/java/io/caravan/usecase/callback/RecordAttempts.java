package io.caravan.usecase.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Standing;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.Suspension;
import io.caravan.core.callback.Verdict;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.dialect.Dialect;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Stores what came of attempts: delivered, to be tried again, or given up; and lets the next of each subject go. An
 * endpoint that fails too often is suspended, one that takes something again is not any more.
 */
public class RecordAttempts {

    private final Endpoints endpoints;
    private final Standings standings;
    private final Deliveries deliveries;
    private final WaitingEvents waitingEvents;
    private final Map<Dialect, RetryPlan> plans;
    private final DoubleSupplier chance;
    private final Clock clock;

    /** Takes its chances, which spread the waits, from 0 to 1. */
    public RecordAttempts(
            Endpoints endpoints,
            Standings standings,
            Deliveries deliveries,
            WaitingEvents waitingEvents,
            Map<Dialect, RetryPlan> plans,
            DoubleSupplier chance,
            Clock clock) {
        this.endpoints = endpoints;
        this.standings = standings;
        this.deliveries = deliveries;
        this.waitingEvents = waitingEvents;
        this.plans = Map.copyOf(plans);
        this.chance = chance;
        this.clock = clock;
    }

    /** Changes nothing for deliveries that somebody else has taken since. */
    public Recorded record(List<Attempt> attempts) {
        var now = clock.instant();
        var before = standings.lock(
                attempts.stream().map(attempt -> attempt.posting().endpoint()).collect(Collectors.toSet()));
        var verdicts = deliveries.record(attempts.stream()
                .map(attempt -> plans.get(attempt.posting().dialect())
                        .judge(
                                attempt,
                                before.getOrDefault(attempt.posting().endpoint(), Standing.GOOD),
                                now,
                                chance.getAsDouble()))
                .toList());
        waitingEvents.end(verdicts, now);
        var after = new HashMap<>(before);
        verdicts.forEach(verdict -> after.compute(
                verdict.attempt().posting().endpoint(), (endpoint, standing) -> after(verdict, standing, now)));
        after.entrySet().removeAll(before.entrySet());
        standings.put(after);
        var suspended = those(after, Standing::isSuspended);
        var resumed = those(before, Standing::isSuspended);
        resumed.retainAll(after.keySet());
        resumed.forEach(
                endpoint -> resume(endpoint, before.get(endpoint).suspension().orElseThrow(), now));
        return new Recorded(verdicts, suspended, resumed);
    }

    private Standing after(Verdict verdict, Standing standing, Instant now) {
        if (verdict.attempt().succeeded()) {
            return standing.succeeded();
        }
        var failed = standing.failed(
                standing.countsSubjects() ? waitingEvents.subjects(verdict.delivery(), Standing.SUBJECTS) : List.of());
        return failed.isDoubtful() && failsForAll(verdict.attempt().posting().endpoint(), failed)
                ? failed.suspended(now)
                : failed;
    }

    private boolean failsForAll(EndpointId endpoint, Standing standing) {
        return standing.failsForMany() || !waitingEvents.hasOthers(endpoint, standing.subjects());
    }

    private void resume(EndpointId endpoint, Suspension suspension, Instant now) {
        deliveries.postpone(endpoint, suspension.since(), suspension.length(now));
        endpoints.wake(endpoint, now);
    }

    private static Set<EndpointId> those(Map<EndpointId, Standing> standings, Predicate<Standing> condition) {
        return standings.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
