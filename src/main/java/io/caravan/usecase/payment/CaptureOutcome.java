package io.caravan.usecase.payment;

import io.caravan.core.payment.Alarm;

/** What follows from taking reserved money. */
final class CaptureOutcome implements Consequence {

    private final Claims claims;
    private final Instructions instructions;
    private final TakenMoney taken;
    private final Questions questions;

    CaptureOutcome(Claims claims, Instructions instructions, TakenMoney taken, Questions questions) {
        this.claims = claims;
        this.instructions = instructions;
        this.taken = taken;
        this.questions = questions;
    }

    @Override
    public void done(Settled settled) {
        taken.take(settled);
    }

    /**
     * The payer believes to have paid: people are told, the invoice is free again, and the reservation is released, unless
     * a sales unit may still capture it.
     */
    @Override
    public void refused(Settled settled) {
        if (settled.invoice().isEmpty() && settled.payment().isCapturedAtOnce()) {
            var payment = questions.raise(settled, Alarm.Kind.REFUSAL);
            if (payment.sale().isEmpty()) {
                instructions.releaseAll(payment);
            }
        }
        settled.invoice().ifPresent(asked -> {
            var payment = questions.raise(settled, Alarm.Kind.REFUSAL);
            if (asked.canBePaidBy(payment.id())) {
                claims.release(asked, payment, settled.operation().reason().orElse(""), settled.now());
            }
            instructions.releaseAll(payment);
        });
    }
}
