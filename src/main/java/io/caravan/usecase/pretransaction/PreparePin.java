package io.caravan.usecase.pretransaction;

import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import java.time.Duration;
import java.util.Optional;

/** Finds the charge that a PIN is to confirm. */
public class PreparePin {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Payments payments;
    private final Holds holds;

    public PreparePin(Payments payments, Holds holds) {
        this.payments = payments;
        this.holds = holds;
    }

    /**
     * What the carrier has been told and is now told the PIN for; empty if no PIN is wanted any more.
     *
     * @throws InvalidInput for what cannot be a PIN
     * @throws Busy while operators hold the carrier's channel: money must not move
     */
    public Optional<Instruction> prepare(PinEntry entry) {
        if (!entry.isPossible()) {
            throw InvalidInput.of("pinCode", "must be digits");
        }
        var waiting = payments.operation(entry.charge())
                .filter(PreparePin::mayWait)
                .map(payments::instruction)
                .filter(PreparePin::wantsPin);
        waiting.ifPresent(this::refuseIfHeld);
        return waiting;
    }

    /** The SMS with the PIN may have come although the answer to us has not. */
    private static boolean mayWait(Operation operation) {
        return operation.state() != OperationState.REQUESTED
                && operation.state().isOpen();
    }

    private static boolean wantsPin(Instruction instruction) {
        return instruction
                .payment()
                .bill()
                .filter(bill -> bill.confirmation() == Confirmation.PIN)
                .isPresent();
    }

    private void refuseIfHeld(Instruction instruction) {
        if (holds.isHeld(HoldKind.CHANNEL, instruction.operation().provider().text())) {
            throw new Busy(RETRY_AFTER);
        }
    }
}
