package io.caravan.usecase;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
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
        var failed = settled.payment().fail();
        var reason = settled.operation().reason().orElse("");
        history.write(failed, EventType.PAYMENT_FAILED, settled.now(), Map.of(Detail.REASON, reason));
        settled.invoice()
                .filter(asked -> asked.canBePaidBy(failed.id()))
                .ifPresent(asked -> claims.release(asked, failed, reason, settled.now()));
    }
}
