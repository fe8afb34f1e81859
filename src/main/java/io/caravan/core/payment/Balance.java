package io.caravan.core.payment;

import io.caravan.core.money.Money;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;

/**
 * What of a payment's money can still be moved. What an open operation may have moved counts as moved: captured and
 * being captured is never more than authorized without what is cancelled, refunded and being refunded never more than
 * captured.
 *
 * @param operations all operations of the payment, which is locked
 */
public record Balance(Payment payment, List<Operation> operations) {

    public Balance {
        Objects.requireNonNull(payment);
        operations = List.copyOf(operations);
    }

    /** What can be captured, or as well be cancelled. */
    public Money reserved() {
        return payment.authorized()
                .minus(payment.cancelled())
                .minus(open(OperationKind.CANCEL))
                .minus(payment.captured())
                .minus(open(OperationKind.CAPTURE));
    }

    /** What can be refunded. */
    public Money taken() {
        return payment.captured().minus(payment.refunded()).minus(open(OperationKind.REFUND));
    }

    /**
     * The instruction to move this amount, not yet sent.
     *
     * @param kind CAPTURE, REFUND or CANCEL
     * @throws Problem AMOUNT_NOT_AVAILABLE if it is not positive or more than can be moved
     */
    public Operation request(OperationKind kind, Money amount) {
        var most =
                switch (kind) {
                    case CAPTURE, CANCEL -> reserved();
                    case REFUND -> taken();
                    case AUTHORIZE, CHARGE -> throw new IllegalArgumentException(kind + " begins a payment");
                };
        if (!amount.isPositive() || amount.isMoreThan(most)) {
            throw Problem.of(ProblemCode.AMOUNT_NOT_AVAILABLE, payment.id());
        }
        return Operation.request(payment, kind, amount);
    }

    private Money open(OperationKind kind) {
        return operations.stream()
                .filter(operation ->
                        operation.kind() == kind && operation.state().isOpen())
                .map(Operation::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
    }
}
