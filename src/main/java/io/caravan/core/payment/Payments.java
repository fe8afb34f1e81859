package io.caravan.core.payment;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All payments and their operations.
 *
 * <p>Whoever locks more than one row locks the invoice first, then the payment, then the operation.
 */
public interface Payments {

    /** How long a new operation is left to whoever requested it: after that, others think them dead and send it. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** Stores a new payment that nobody has been told of yet. */
    void add(Payment payment);

    /**
     * Stores a new payment with its first operation.
     *
     * @param patience how long whoever stored it may take to send it; with none it is sent after the commit
     */
    void add(Payment payment, Operation operation, Duration patience);

    /**
     * Stores a new operation of a locked payment.
     *
     * @param patience how long whoever stored it may take to send it; with none it is sent after the commit
     */
    void add(Operation operation, Duration patience);

    Optional<Payment> find(PaymentId id);

    /**
     * The attempts to pay this invoice that were refused, the latest first. Those on phone bills are not among them: they
     * change nothing but themselves.
     */
    List<RefusedPayment> refused(InvoiceId invoice);

    /**
     * How often the owner of this phone has been asked, since this real time, to have something put on its bill. Nobody
     * else counts the same until the transaction ends.
     */
    int countAsked(Phone phone, Instant since);

    /** The payment, locked until the transaction ends. */
    Optional<Payment> lock(PaymentId id);

    Optional<Operation> operation(OperationId id);

    /** All operations of this payment, the oldest first. */
    List<Operation> operations(PaymentId id);

    /** What the provider is told by this operation. */
    Instruction instruction(Operation operation);

    /** The operation, locked until the transaction ends. Its payment is locked already. */
    Optional<Operation> lock(OperationId id);

    /** Writes status, amounts, number, payer and card of a locked payment. */
    void update(Payment payment);

    /** Writes state, reference and reason of a locked operation. */
    void update(Operation operation);

    /**
     * Takes the operation to give it to its provider, if it is requested; from then on, for the time of
     * the lease, nobody else speaks to the provider about it. Not while operators hold the provider's channel.
     *
     * @return the operation as sent; empty if somebody else was first
     */
    Optional<Operation> send(OperationId id, Duration lease);

    /** Requested operations that nobody is about to send, the longest waiting ones first. */
    List<Operation> unsent(int limit);

    /**
     * Takes such an operation in order to send it.
     *
     * @return false if somebody else was first
     */
    boolean take(Operation unsent, Duration lease);

    /** Operations that were sent, and whose lease has lapsed without an outcome. The longest silent ones first. */
    List<Operation> silent(int limit);

    /**
     * Takes a silent operation to ask its provider about it. A sent one is unknown from then on; one that waits for its
     * payer goes on waiting.
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
