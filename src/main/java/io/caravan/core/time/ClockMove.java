package io.caravan.core.time;

import io.caravan.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/** A move of business time: to a point, or by an amount of days or hours, months or years. */
public record ClockMove(Optional<Instant> to, Optional<TemporalAmount> by) {

    private static final Period FARTHEST = Period.ofYears(100);

    public ClockMove {
        if (to.isPresent() == by.isPresent()) {
            throw InvalidInput.of("", "either now or advance is required");
        }
    }

    /** A move to this point, as {@code 2026-12-24T08:00:00Z}. */
    public static ClockMove to(String text) {
        try {
            return new ClockMove(Optional.of(Instant.parse(text)), Optional.empty());
        } catch (DateTimeException e) {
            throw InvalidInput.of("now", "must be a point in time like 2026-12-24T08:00:00Z");
        }
    }

    /** A move by this amount, as {@code P31D}, {@code P1M} or {@code PT4H}. */
    public static ClockMove by(String text) {
        return new ClockMove(Optional.empty(), Optional.of(amount(text)));
    }

    /**
     * Where it leads.
     *
     * @throws InvalidInput if that is in the past, or more than a hundred years ahead
     */
    public Instant from(Instant now, Instant real) {
        var target = to.or(() -> by.map(amount -> plus(now, amount))).orElseThrow();
        if (target.isBefore(now)) {
            throw InvalidInput.of(to.isPresent() ? "now" : "advance", "must not lead back: it is " + now);
        }
        if (target.isAfter(plus(real, FARTHEST))) {
            throw InvalidInput.of(to.isPresent() ? "now" : "advance", "must not lead more than 100 years ahead");
        }
        return target;
    }

    private static Instant plus(Instant now, TemporalAmount amount) {
        try {
            return now.atZone(ZoneOffset.UTC).plus(amount).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw InvalidInput.of("advance", "must not lead more than 100 years ahead");
        }
    }

    private static TemporalAmount amount(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            try {
                return Period.parse(text);
            } catch (DateTimeException neither) {
                throw InvalidInput.of("advance", "must be an amount of time like P31D or PT4H");
            }
        }
    }
}
