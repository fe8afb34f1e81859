package io.caravan.usecase.payment;

import io.caravan.core.event.EventType;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.History;

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

    /** The payer's money stays reserved for nothing: people are told. */
    @Override
    public void refused(Settled settled) {
        settled.invoice().ifPresent(asked -> questions.raise(settled, Alarm.Kind.REFUSAL));
    }
}
