package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long to wait after each failed attempt of a delivery. After the last wait and one more failure it is dead. */
public record RetryPlan(List<Duration> waits) {

    /** The part of a wait by which it may be longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.1;

    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    public RetryPlan {
        waits = List.copyOf(waits);
    }

    /**
     * What becomes of the delivery.
     *
     * @param chance from 0 to 1, how much jitter
     */
    public Verdict judge(Attempt attempt, Instant now, double chance) {
        int number = attempt.posting().attempt();
        if (attempt.succeeded()) {
            return new Verdict(attempt, DeliveryState.DELIVERED, Optional.empty());
        }
        if (number > waits.size()) {
            return new Verdict(attempt, DeliveryState.DEAD, Optional.empty());
        }
        var planned = waits.get(number - 1);
        var wait = planned.plusMillis((long) (planned.toMillis() * JITTER * chance));
        return new Verdict(attempt, DeliveryState.PENDING, Optional.of(now.plus(longer(wait, asked(attempt)))));
    }

    private static Duration asked(Attempt attempt) {
        var asked = attempt.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
