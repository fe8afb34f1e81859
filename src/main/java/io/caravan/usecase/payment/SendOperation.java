package io.caravan.usecase.payment;

import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import java.time.Duration;
import java.util.Optional;

/** Takes an operation on its way to the provider. It is committed as sent before the provider hears of it. */
public class SendOperation {

    /** Longer than a provider is waited for. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private final Payments payments;

    public SendOperation(Payments payments) {
        this.payments = payments;
    }

    /** What to tell the provider; empty if somebody else has taken the operation: then nothing may be told. */
    public Optional<Instruction> send(OperationId id) {
        return payments.send(id, LEASE).map(payments::instruction);
    }
}
