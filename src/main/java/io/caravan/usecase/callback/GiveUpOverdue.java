package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.Overdue;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.callback.WaitingEvents.Stuck;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Gives up what has waited too long for suspended endpoints. Others need no such rule: what waits for them is tried, and
 * given up by the failure of an attempt. A probe that is due goes first, so that after an outage nothing is given up
 * that the merchant might take.
 */
public class GiveUpOverdue {

    private static final int BATCH = 1000;

    private final Standings standings;
    private final Deliveries deliveries;
    private final WaitingEvents waitingEvents;
    private final CallbackForms forms;
    private final Clock clock;

    public GiveUpOverdue(
            Standings standings, Deliveries deliveries, WaitingEvents waitingEvents, CallbackForms forms, Clock clock) {
        this.standings = standings;
        this.deliveries = deliveries;
        this.waitingEvents = waitingEvents;
        this.forms = forms;
        this.clock = clock;
    }

    /** Gives up a batch for one endpoint; empty if there is nothing to give up. */
    public Optional<Overdue> giveUp() {
        var now = clock.instant();
        var since = now.minus(RetryPlan.PATIENCE);
        return waitingEvents.stuck(forms.dialects(), since, now).map(stuck -> giveUp(stuck, since, now));
    }

    private Overdue giveUp(Stuck stuck, Instant since, Instant now) {
        var standing = standings.lock(Set.of(stuck.endpoint())).get(stuck.endpoint());
        if (!standing.isSuspended()) {
            return new Overdue(stuck, 0);
        }
        var tried = deliveries.giveUp(stuck.endpoint(), since);
        waitingEvents.giveUp(tried, now);
        int untried = waitingEvents.giveUp(stuck.endpoint(), stuck.dialect(), since, BATCH, now);
        return new Overdue(stuck, tried.size() + untried);
    }
}
