package io.caravan.usecase;

import io.caravan.core.payment.Instruction;
import io.caravan.core.payment.Payments;
import java.util.List;
import java.util.Optional;

/** Takes operations that were never sent or have no outcome, so that their provider is asked about them. */
public class ChaseOperations {

    private static final int AT_ONCE = 50;

    private final Payments payments;

    public ChaseOperations(Payments payments) {
        this.payments = payments;
    }

    /** The operations to ask about; nobody else asks about them for the time of a lease. */
    public List<Instruction> chase() {
        return payments.silent(AT_ONCE).stream()
                .map(silent -> payments.chase(silent, SendOperation.LEASE))
                .flatMap(Optional::stream)
                .map(taken ->
                        new Instruction(taken, payments.find(taken.payment()).orElseThrow()))
                .toList();
    }
}
