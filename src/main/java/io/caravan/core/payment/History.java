package io.caravan.core.payment;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The changes of payments, each written down with its event. */
public final class History {

    private final Payments payments;
    private final Events events;

    public History(Payments payments, Events events) {
        this.payments = payments;
        this.events = events;
    }

    /** The payment changed to this, which is an event of this type. */
    public void write(Payment changed, EventType type, Instant now, Map<Detail, String> details) {
        payments.update(changed);
        events.record(Event.of(changed, type, now, details));
    }

    /** What there is to tell of an amount that was moved. */
    public static Map<Detail, String> amount(Operation moved) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.AMOUNT, Long.toString(moved.amount().minor()));
        details.put(Detail.OPERATION, moved.id().toString());
        moved.requestKey().ifPresent(key -> details.put(Detail.REQUEST_KEY, key));
        return details;
    }

    /** What there is to tell of an amount that was moved, and why that is not the end of it. */
    public static Map<Detail, String> amount(Operation moved, String reason) {
        var details = amount(moved);
        details.put(Detail.REASON, reason);
        return details;
    }
}
