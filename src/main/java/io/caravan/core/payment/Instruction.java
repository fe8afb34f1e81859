package io.caravan.core.payment;

import java.util.Objects;

/** What a provider is told: an operation that is on its way, and the payment it is for. */
public record Instruction(Operation operation, Payment payment) {

    public Instruction {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(payment);
        if (!operation.payment().equals(payment.id())) {
            throw new IllegalArgumentException("an operation of another payment");
        }
    }
}
