package io.caravan.core.payment;

import java.util.Objects;
import java.util.Optional;

/**
 * What a provider is told: an operation that is on its way, and the payment it is for.
 *
 * @param money the provider's own id of the money, once it has been reserved or taken
 */
public record Instruction(Operation operation, Payment payment, Optional<String> money) {

    public Instruction {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(money);
        if (!operation.payment().equals(payment.id())) {
            throw new IllegalArgumentException("an operation of another payment");
        }
    }
}
