package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long to wait after each failed attempt of a delivery. After the last wait and one more failure it is dead; and so
 * it is after a failure when it has waited for {@link #PATIENCE}. The last attempt before that comes right then.
 */
public record RetryPlan(List<Duration> waits) {

    /** How long a delivery waits at all, from its event or its replay. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /** The part of a wait by which it may be longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.1;

    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    public RetryPlan {
        waits = List.copyOf(waits);
    }

    /**
     * What becomes of the delivery.
     *
     * @param standing of its endpoint, before this attempt
     * @param chance from 0 to 1, how much jitter
     */
    public Verdict judge(Attempt attempt, Standing standing, Instant now, double chance) {
        var posting = attempt.posting();
        if (attempt.succeeded()) {
            return Verdict.delivered(attempt);
        }
        if (posting.attempt() > waits.size()) {
            return Verdict.dead(attempt, DeadReason.EXHAUSTED);
        }
        if (!posting.giveUpAt().isAfter(now)) {
            return Verdict.dead(attempt, DeadReason.OVERDUE);
        }
        var planned = waits.get(posting.attempt() - 1);
        var wait = planned.plusMillis((long) (planned.toMillis() * JITTER * chance));
        var left = Duration.between(now, posting.giveUpAt());
        return Verdict.again(attempt, standing.waitsFrom(now).plus(shorter(left, longer(wait, asked(attempt)))));
    }

    private static Duration asked(Attempt attempt) {
        var asked = attempt.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
