package io.caravan.usecase.payment;

import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Notes that somebody spoke as a provider who is none. One alarm a day, however often it happens. */
public class ReportForgery {

    private final Alarms alarms;
    private final Clock realTime;

    public ReportForgery(Alarms alarms, Clock realTime) {
        this.alarms = alarms;
        this.realTime = realTime;
    }

    /** Notes it. */
    public void report() {
        var now = realTime.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        alarms.raise(Alarm.ofNothing(Alarm.Kind.FORGERY, "a webhook without a valid signature on " + day, now));
    }
}
