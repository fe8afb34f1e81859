package io.caravan.usecase.invoice;

import io.caravan.core.invoice.Invoices;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import java.time.Clock;
import java.time.Duration;

/** Puts the next expiry off, which fails, for an hour, and has a person look at its invoice. */
public class SetExpiryAside {

    private static final Duration REST = Duration.ofHours(1);

    private final Invoices invoices;
    private final Alarms alarms;
    private final Clock clock;

    public SetExpiryAside(Invoices invoices, Alarms alarms, Clock clock) {
        this.invoices = invoices;
        this.alarms = alarms;
        this.clock = clock;
    }

    public void setAside() {
        var now = clock.instant();
        invoices.putOffExpiry(now, now.plus(REST))
                .ifPresent(invoice -> alarms.raise(Alarm.ofNothing(
                        Alarm.Kind.STUCK, "the time of invoice " + invoice + " is over and it cannot expire", now)));
    }
}
