package io.caravan.usecase.paymentrequest;

import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.paymentrequest.PaymentRequests;
import java.time.Clock;
import java.time.Duration;

/** Puts the end of the next payment that nobody has approved, and that cannot end, off for an hour; a person looks at it. */
public class SetUnapprovedAside {

    private static final Duration REST = Duration.ofHours(1);

    private final PaymentRequests requests;
    private final Alarms alarms;
    private final Clock clock;

    public SetUnapprovedAside(PaymentRequests requests, Alarms alarms, Clock clock) {
        this.requests = requests;
        this.alarms = alarms;
        this.clock = clock;
    }

    public void setAside() {
        var now = clock.instant();
        requests.putOffExpiry(now, now.plus(REST))
                .ifPresent(payment -> alarms.raise(Alarm.ofNothing(
                        Alarm.Kind.STUCK, "the time of payment " + payment + " is over and it cannot expire", now)));
    }
}
