package io.caravan.usecase.payment;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.History;
import io.caravan.core.payment.Payment;
import java.util.Map;

/** Alarms as part of a payment's history: each leaves one row for people and one event, however often it is found. */
final class Questions {

    private final History history;
    private final Alarms alarms;

    Questions(History history, Alarms alarms) {
        this.history = history;
        this.alarms = alarms;
    }

    /** The locked payment after the alarm. */
    Payment raise(Payment payment, Alarm alarm) {
        if (!alarms.raise(alarm)) {
            return payment;
        }
        var noted = payment.noted();
        history.write(
                noted,
                EventType.PAYMENT_QUESTIONED,
                alarm.at(),
                Map.of(Detail.REASON, alarm.kind() + ": " + alarm.what()));
        return noted;
    }

    /** The payment after the alarm that an operation was refused. */
    Payment raise(Settled refused, Alarm.Kind kind) {
        var operation = refused.operation();
        var what = operation.kind() + " of " + operation.amount() + " was refused"
                + operation.reason().map(reason -> ": " + reason).orElse("");
        return raise(refused.payment(), Alarm.of(operation, kind, what, refused.now()));
    }
}
