package io.caravan.usecase.payment;

import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Payments;
import java.util.Optional;

/** Takes a page that waits for its payer, who has just come back from it, so that its provider is asked at once. */
public class AskAboutSession {

    private final Payments payments;

    public AskAboutSession(Payments payments) {
        this.payments = payments;
    }

    /** What to ask about; empty if the page is not waiting any more, or somebody else has just taken it. */
    public Optional<Instruction> ask(OperationId id) {
        return payments.operation(id)
                .filter(operation -> operation.state() == OperationState.WAITING)
                .flatMap(waiting -> payments.chase(waiting, SendOperation.LEASE))
                .map(payments::instruction);
    }
}
