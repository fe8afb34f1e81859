package io.caravan.usecase.payment;

import io.caravan.core.money.Money;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import java.time.Duration;

/** Instructions that follow from others, so that nobody waits to send them: they are sent after the commit. */
final class Instructions {

    private final Payments payments;

    Instructions(Payments payments) {
        this.payments = payments;
    }

    /** Writes the instruction to move this amount of a locked payment. */
    Operation write(Payment payment, OperationKind kind, Money amount) {
        var operation = new Balance(payment, payments.operations(payment.id())).request(kind, amount);
        payments.add(operation, Duration.ZERO);
        return operation;
    }

    /** Writes the instruction to release all that is still reserved, if there is anything. */
    void releaseAll(Payment payment) {
        var balance = new Balance(payment, payments.operations(payment.id()));
        if (balance.reserved().isPositive()) {
            payments.add(balance.request(OperationKind.CANCEL, balance.reserved()), Duration.ZERO);
        }
    }
}
