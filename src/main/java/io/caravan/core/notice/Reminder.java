package io.caravan.core.notice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * That a payer is to be reminded of an invoice, unless it has been answered by then.
 *
 * @param event that the invoice came
 * @param dueAt when, in business time
 * @param lastAt the end of that day in the merchant's zone: from then on it comes too late
 */
public record Reminder(InvoiceId invoice, EventId event, Instant dueAt, Instant lastAt) {

    /** MobilePay reminds at this time, where the merchant is. */
    private static final LocalTime TIME = LocalTime.of(13, 30);

    public Reminder {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(event);
        Objects.requireNonNull(dueAt);
        Objects.requireNonNull(lastAt);
    }

    /** Whether the event brings an invoice whose payers this service reminds by itself. */
    public static boolean follows(Event event) {
        return event.type() == EventType.INVOICE_CREATED && event.dialect() == Dialect.MOBILEPAY;
    }

    /**
     * The first 13:30 after the invoice came, among the day before the due date, the due date, and the day after it. Empty
     * if it came after all of them.
     *
     * @param zone the merchant's
     */
    public static Optional<Reminder> of(Event came, LocalDate dueDate, ZoneId zone) {
        return LongStream.rangeClosed(-1, 1)
                .mapToObj(dueDate::plusDays)
                .filter(day -> at(day, zone).isAfter(came.at()))
                .findFirst()
                .map(day -> new Reminder(
                        new InvoiceId(came.subject()),
                        came.id(),
                        at(day, zone),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    public boolean isTooLate(Instant now) {
        return !now.isBefore(lastAt);
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(TIME).atZone(zone).toInstant();
    }
}
