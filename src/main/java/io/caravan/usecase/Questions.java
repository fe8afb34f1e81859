package io.caravan.usecase;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import java.util.Map;

/** Alarms as part of a payment's history: each leaves one row for people and one event, however often it is found. */
final class Questions {

    private final Payments payments;
    private final Alarms alarms;
    private final Events events;

    Questions(Payments payments, Alarms alarms, Events events) {
        this.payments = payments;
        this.alarms = alarms;
        this.events = events;
    }

    /** The locked payment after the alarm. */
    Payment raise(Payment payment, Alarm alarm) {
        if (!alarms.raise(alarm)) {
            return payment;
        }
        var noted = payment.noted();
        payments.update(noted);
        events.record(Event.of(
                noted,
                EventType.PAYMENT_QUESTIONED,
                alarm.at(),
                Map.of(Detail.REASON, alarm.kind() + ": " + alarm.what())));
        return noted;
    }
}
