package io.caravan.core.payment;

import java.time.Duration;
import java.util.Optional;

/** All payments and their operations. */
public interface Payments {

    /** Stores a new payment with its first operation. */
    void add(Payment payment, Operation operation);

    Optional<Payment> find(PaymentId id);

    /** The payment, locked until the transaction ends. */
    Optional<Payment> lock(PaymentId id);

    Optional<Operation> operation(OperationId id);

    /** Writes status, amounts and number of a locked payment. */
    void update(Payment payment);

    /** Writes state, fence, reference and reason of an operation whose payment is locked. */
    void update(Operation operation);

    /**
     * Takes the operation to give it to its provider, if it is requested; from then on nobody else may.
     *
     * @return the operation as sent; empty if it is not requested any more
     */
    Optional<Operation> send(OperationId id, Duration lease);
}
