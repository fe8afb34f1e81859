package io.caravan.usecase;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import java.time.Instant;
import java.util.Map;

/** The changes of payments, each written down with its event. */
final class History {

    private final Payments payments;
    private final Events events;

    History(Payments payments, Events events) {
        this.payments = payments;
        this.events = events;
    }

    /** The payment changed to this, which is an event of this type. */
    void write(Payment changed, EventType type, Instant now, Map<Detail, String> details) {
        payments.update(changed);
        events.record(Event.of(changed, type, now, details));
    }

    /** What there is to tell of an amount that was moved. */
    static Map<Detail, String> amount(Operation moved) {
        return Map.of(Detail.AMOUNT, Long.toString(moved.amount().minor()));
    }

    /** What there is to tell of an amount that was moved, and why that is not the end of it. */
    static Map<Detail, String> amount(Operation moved, String reason) {
        return Map.of(Detail.AMOUNT, Long.toString(moved.amount().minor()), Detail.REASON, reason);
    }
}
