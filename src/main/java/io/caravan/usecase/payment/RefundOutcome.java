package io.caravan.usecase.payment;

import io.caravan.core.event.EventType;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.History;
import io.caravan.core.payment.LateMoney;

/** What follows from giving money back. */
final class RefundOutcome implements Consequence {

    private final History history;
    private final LateMoney late;
    private final Questions questions;

    RefundOutcome(History history, LateMoney late, Questions questions) {
        this.history = history;
        this.late = late;
        this.questions = questions;
    }

    @Override
    public void done(Settled settled) {
        var refund = settled.operation();
        history.write(
                settled.payment().after(refund), EventType.PAYMENT_REFUNDED, settled.now(), History.amount(refund));
        late.end(refund.id(), LateMoney.State.RETURNED, settled.now());
    }

    /** Money that pays no invoice and does not go back waits for a person. */
    @Override
    public void refused(Settled settled) {
        if (late.end(settled.operation().id(), LateMoney.State.KEPT, settled.now())) {
            questions.raise(settled, Alarm.Kind.LATE_MONEY);
        }
    }
}
