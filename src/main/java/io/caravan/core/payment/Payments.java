package io.caravan.core.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All payments and their operations.
 *
 * <p>Whoever locks more than one row locks the invoice first, then the payment, then the operation.
 */
public interface Payments {

    /**
     * Stores a new payment with its first operation.
     *
     * @param patience how long whoever stored it may take to send it; then the chase looks after it
     */
    void add(Payment payment, Operation operation, Duration patience);

    Optional<Payment> find(PaymentId id);

    /** The payment, locked until the transaction ends. */
    Optional<Payment> lock(PaymentId id);

    Optional<Operation> operation(OperationId id);

    /** The operation, locked until the transaction ends. Its payment is locked already. */
    Optional<Operation> lock(OperationId id);

    /** Writes status, amounts and number of a locked payment. */
    void update(Payment payment);

    /** Writes state, reference and reason of a locked operation. */
    void update(Operation operation);

    /**
     * Takes the operation to give it to its provider, if it is requested; from then on, for the time of
     * the lease, nobody else speaks to the provider about it.
     *
     * @return the operation as sent; empty if somebody else was first
     */
    Optional<Operation> send(OperationId id, Duration lease);

    /** Open operations whose lease has lapsed: not sent, or without an outcome. The longest silent ones first. */
    List<Operation> silent(int limit);

    /**
     * Takes a silent operation to ask its provider about it. A sent one is unknown from then on.
     *
     * @return the operation as taken; empty if somebody else was first
     */
    Optional<Operation> chase(Operation silent, Duration lease);

    /**
     * Takes an unknown operation, for the attempt that holds it, to give it to its provider once more.
     *
     * @param age how long ago it must have been sent
     * @return the operation as sent; empty if it is too young, known by now, or held by a later attempt
     */
    Optional<Operation> resend(OperationId id, long attempt, Duration age, Duration lease);
}
