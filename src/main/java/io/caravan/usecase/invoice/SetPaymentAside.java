package io.caravan.usecase.invoice;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;

/** Puts a due payment off that cannot be begun, for an hour, and has a person look at it. */
public class SetPaymentAside {

    private static final Duration REST = Duration.ofHours(1);

    private final Schedules schedules;
    private final Alarms alarms;
    private final Clock clock;

    public SetPaymentAside(Schedules schedules, Alarms alarms, Clock clock) {
        this.schedules = schedules;
        this.alarms = alarms;
        this.clock = clock;
    }

    public void setAside(InvoiceId invoice) {
        var now = clock.instant();
        schedules.putOff(invoice, now, now.plus(REST));
        alarms.raise(Alarm.ofNothing(
                Alarm.Kind.STUCK, "the payment of invoice " + invoice + " is due and cannot be begun", now));
    }
}
