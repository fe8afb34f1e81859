package io.caravan.usecase.payment;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentStatus;
import java.util.Map;

/** What follows from a charge. */
final class ChargeOutcome implements Consequence {

    private final History history;
    private final Claims claims;
    private final TakenMoney taken;

    ChargeOutcome(History history, Claims claims, TakenMoney taken) {
        this.history = history;
        this.claims = claims;
        this.taken = taken;
    }

    @Override
    public void done(Settled settled) {
        taken.take(settled);
    }

    /** No money was taken: the invoice is free for another attempt. */
    @Override
    public void refused(Settled settled) {
        switch (settled.payment().method()) {
            case STORED_CARD, PROVIDER_PAGE -> refuseCard(settled);
            case PHONE_BILL -> refuseBill(settled);
            case REQUISITES -> throw new IllegalStateException("nobody charges a payer who transfers money");
        }
    }

    private void refuseCard(Settled settled) {
        var failed = settled.payment().fail();
        var reason = reason(settled);
        history.write(failed, EventType.PAYMENT_FAILED, settled.now(), Map.of(Detail.REASON, reason));
        settled.invoice()
                .filter(asked -> asked.canBePaidBy(failed.id()))
                .ifPresent(asked -> claims.release(asked, failed, reason, settled.now()));
    }

    /** The payer is looking on, as on a provider's page: nothing but the payment has changed. */
    private void refuseBill(Settled settled) {
        var reason = reason(settled);
        var end = BillingCode.of(reason).map(BillingCode::end).orElse(PaymentStatus.FAILED);
        var ended = settled.payment().end(end);
        var type =
                switch (end) {
                    case ABORTED -> EventType.PAYMENT_ABORTED;
                    case EXPIRED -> EventType.PAYMENT_EXPIRED;
                    case CREATED, AUTHORIZED, TERMINATED, FAILED -> EventType.PAYMENT_FAILED;
                };
        history.write(ended, type, settled.now(), Map.of(Detail.REASON, reason));
        settled.invoice().filter(asked -> asked.canBePaidBy(ended.id())).ifPresent(asked -> claims.drop(asked, ended));
    }

    private static String reason(Settled settled) {
        return settled.operation().reason().orElse("");
    }
}
