package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.util.Objects;

/**
 * A wish to move some of a payment's money on.
 *
 * @param kind CAPTURE, REFUND or CANCEL
 */
public record Adjustment(PaymentId payment, OperationKind kind, Money amount) {

    public Adjustment {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(amount);
    }
}
