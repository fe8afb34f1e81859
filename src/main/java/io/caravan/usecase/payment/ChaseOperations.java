package io.caravan.usecase.payment;

import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes operations that were sent and have no outcome, so that their provider is asked about them. */
public class ChaseOperations {

    private static final int AT_ONCE = 50;

    /** The longest time between two looks at a page that waits for its payer. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    /** Between two questions about an operation whose outcome is not known. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

    private static final int DOUBLINGS = 4;

    /** A charge that waits for its payer holds the invoice, and does so for minutes only: no growing waits at first. */
    private static final int LOOKS_AT_CLAIMED = 20;

    private final Payments payments;

    public ChaseOperations(Payments payments) {
        this.payments = payments;
    }

    /** The operations to ask about; nobody else asks about them for the time of a lease. */
    public List<Instruction> chase() {
        return payments.silent(AT_ONCE).stream()
                .map(silent -> payments.chase(silent, lease(silent)))
                .flatMap(Optional::stream)
                .map(payments::instruction)
                .toList();
    }

    /** Longer each time that the payer was still waited for: the provider will tell of its own accord. */
    private static Duration lease(Operation silent) {
        return switch (silent.state()) {
            case WAITING -> waiting(silent);
            case REQUESTED, SENT, UNKNOWN, DONE, REFUSED -> ASKED_EVERY;
        };
    }

    private static Duration waiting(Operation silent) {
        if (silent.kind() == OperationKind.CHARGE) {
            return silent.fence() > LOOKS_AT_CLAIMED ? LONGEST : ASKED_EVERY;
        }
        return silent.fence() > DOUBLINGS ? LONGEST : ASKED_EVERY.multipliedBy(1L << silent.fence());
    }
}
