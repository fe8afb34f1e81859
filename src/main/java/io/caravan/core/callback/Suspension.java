package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The time in which an endpoint gets no callbacks but probes.
 *
 * @param since from then on the waits of its deliveries stand still
 * @param probes that have set out
 * @param probeAt when the next one may
 */
public record Suspension(Instant since, int probes, Instant probeAt) {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    public Suspension {
        Objects.requireNonNull(since);
        Objects.requireNonNull(probeAt);
    }

    static Suspension begun(Instant now) {
        return new Suspension(now, 0, now.plus(FIRST_WAIT));
    }

    /** A probe sets out. */
    Suspension probed(Instant now) {
        return new Suspension(since, probes + 1, now.plus(waitAfter(probes + 1)));
    }

    private static Duration waitAfter(int probes) {
        var wait = FIRST_WAIT;
        for (int i = 0; i < probes && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** How long the waits have stood still; nothing if the clock has gone back. */
    public Duration length(Instant now) {
        return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    }
}
