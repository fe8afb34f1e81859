package io.caravan.core.schedule;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * The day on which a payer wants to pay an invoice. Immutable: each change answers the schedule as it is then.
 *
 * @param attempts how many have begun
 * @param dueAt when the next attempt is due; empty while one is under way, and when none follows
 */
public record Schedule(InvoiceId invoice, PayerId payer, LocalDate date, int attempts, Optional<Instant> dueAt) {

    /** Attempts on one day. */
    public static final int ATTEMPTS = 2;

    /** The last moment of a day at which an attempt is begun is so long before its end. */
    private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(1);

    public Schedule {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(date);
        Objects.requireNonNull(dueAt);
    }

    /** A new choice: due when the day begins in the merchant's zone. */
    public static Schedule on(LocalDate date, InvoiceId invoice, PayerId payer, ZoneId zone) {
        return new Schedule(
                invoice, payer, date, 0, Optional.of(date.atStartOfDay(zone).toInstant()));
    }

    public boolean isDue(Instant now) {
        return dueAt.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** Whether a payment is still to be tried. */
    public boolean isOpen() {
        return dueAt.isPresent();
    }

    /** With one more attempt begun. */
    public Schedule tried() {
        return new Schedule(invoice, payer, date, attempts + 1, Optional.empty());
    }

    public boolean mayTryAgain() {
        return attempts < ATTEMPTS;
    }

    /** With another attempt after this pause, but on the same day of the merchant's zone. */
    public Schedule again(Instant refusedAt, Duration pause, ZoneId zone) {
        var last = LocalDate.ofInstant(refusedAt, zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minus(BEFORE_MIDNIGHT);
        var due = earlier(refusedAt.plus(pause), last.isBefore(refusedAt) ? refusedAt : last);
        return new Schedule(invoice, payer, date, attempts, Optional.of(due));
    }

    /** Nothing more is tried. */
    public Schedule end() {
        return new Schedule(invoice, payer, date, attempts, Optional.empty());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
