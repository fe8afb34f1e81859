package io.caravan.usecase.payment;

import io.caravan.core.event.EventType;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentStatus;

/** What follows from releasing reserved money. */
final class CancelOutcome implements Consequence {

    private final History history;
    private final Questions questions;

    CancelOutcome(History history, Questions questions) {
        this.history = history;
        this.questions = questions;
    }

    @Override
    public void done(Settled settled) {
        var cancel = settled.operation();
        history.write(
                settled.payment().after(cancel), EventType.PAYMENT_CANCELLED, settled.now(), History.amount(cancel));
    }

    /** The payer's money stays reserved for nothing: people are told, unless a sales unit asked and is answered. */
    @Override
    public void refused(Settled settled) {
        var payment = settled.payment();
        if (payment.sale().isEmpty() || payment.status() != PaymentStatus.AUTHORIZED) {
            questions.raise(settled, Alarm.Kind.REFUSAL);
        }
    }
}
