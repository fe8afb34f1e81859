package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Expired;
import io.caravan.core.invoice.Invoices;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Closes invoices whose time is over. */
public class ExpireInvoices {

    private final Invoices invoices;
    private final Events events;
    private final Clock clock;

    public ExpireInvoices(Invoices invoices, Events events, Clock clock) {
        this.invoices = invoices;
        this.events = events;
        this.clock = clock;
    }

    /** Expires so many, those first whose time was over first, and answers whether there may be more. */
    public boolean expire(int limit) {
        var now = clock.instant();
        var expired = invoices.expire(now, limit);
        events.record(expired.stream().map(one -> event(one, now)).toList());
        return !expired.isEmpty();
    }

    private static Event event(Expired expired, Instant now) {
        return new Event(
                EventId.next(),
                expired.id().value(),
                expired.number(),
                EventType.INVOICE_EXPIRED,
                expired.merchant(),
                expired.dialect(),
                now,
                Map.of());
    }
}
