package io.caravan.usecase.payment;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;

/** Finds an operation as it stands. */
public class FindOperation {

    private final Payments payments;

    public FindOperation(Payments payments) {
        this.payments = payments;
    }

    public Operation find(OperationId id) {
        return payments.operation(id).orElseThrow();
    }
}
