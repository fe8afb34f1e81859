package io.caravan.usecase.payment;

import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Payments;
import java.time.Duration;
import java.util.Optional;

/** Takes an operation, of which its provider has said that it does not know it, on its way there once more. */
public class ResendOperation {

    private final Payments payments;
    private final Duration age;

    /** @param age how long an operation must have been unheard of before it is given to the provider again */
    public ResendOperation(Payments payments, Duration age) {
        this.payments = payments;
        this.age = age;
    }

    /** The same instruction for one attempt more; empty if it is too early, or known by now. */
    public Optional<Instruction> resend(Instruction asked) {
        var operation = asked.operation();
        return payments.resend(operation.id(), operation.fence(), age, SendOperation.LEASE)
                .map(sent -> new Instruction(sent, asked.payment(), asked.money()));
    }
}
