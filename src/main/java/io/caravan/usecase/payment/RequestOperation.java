package io.caravan.usecase.payment;

import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;

/** Writes the instruction to capture, refund or cancel some of a payment's money. No money moves before the commit. */
public class RequestOperation {

    private final Payments payments;

    public RequestOperation(Payments payments) {
        this.payments = payments;
    }

    /**
     * The operation, which has yet to be sent.
     *
     * @throws io.caravan.core.problem.Problem AMOUNT_NOT_AVAILABLE if it is more than can be moved, with what open
     *     operations may have moved
     */
    public OperationId request(Adjustment adjustment) {
        var payment = payments.lock(adjustment.payment()).orElseThrow();
        var operation =
                new Balance(payment, payments.operations(payment.id())).request(adjustment.kind(), adjustment.amount());
        payments.add(operation, Payments.PATIENCE);
        return operation.id();
    }
}
