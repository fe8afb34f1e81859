package io.caravan.core.payment;

import java.util.List;

/** Everything about money that waits for a person. */
public interface Alarms {

    /**
     * Raises the alarm, unless the same one has been raised before.
     *
     * @return whether it is a new one
     */
    boolean raise(Alarm alarm);

    /** The alarms about this payment that nobody has dealt with, oldest first. */
    List<Alarm> open(PaymentId payment);
}
