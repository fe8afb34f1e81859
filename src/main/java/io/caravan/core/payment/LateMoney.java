package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.time.Instant;

/** Money that was taken and pays no invoice: what becomes of it. */
public interface LateMoney {

    /** Where it is. */
    enum State {
        /** The provider has been told to give it back. */
        RETURNING,
        RETURNED,
        /** The provider does not give it back: it waits for a person. */
        KEPT
    }

    /**
     * Notes money that the operation {@code refund} is to give back.
     *
     * @param why it pays no invoice, for people
     */
    void add(Operation refund, String why, Instant at);

    /**
     * Writes down what became of it.
     *
     * @return whether this refund is one of late money
     */
    boolean end(OperationId refund, State state, Instant at);

    /** All of this payment that is neither back nor on its way. */
    Money kept(Payment payment);
}
