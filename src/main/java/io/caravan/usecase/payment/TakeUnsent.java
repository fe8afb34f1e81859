package io.caravan.usecase.payment;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import java.util.List;

/** Takes operations that were written by transactions, and those whose writer has died, in order to send them. */
public class TakeUnsent {

    private static final int AT_ONCE = 50;

    private final Payments payments;

    public TakeUnsent(Payments payments) {
        this.payments = payments;
    }

    /** The operations to send; nobody else sends them for the time of a lease. */
    public List<OperationId> take() {
        return payments.unsent(AT_ONCE).stream()
                .filter(unsent -> payments.take(unsent, SendOperation.LEASE))
                .map(Operation::id)
                .toList();
    }
}
