package io.caravan.usecase.notice;

import io.caravan.core.event.Outbox;
import java.util.List;

/** Finds the shards of the outbox in which events wait. */
public class FindWaitingShards {

    private final Outbox outbox;

    public FindWaitingShards(Outbox outbox) {
        this.outbox = outbox;
    }

    public List<Integer> find() {
        return outbox.waitingShards();
    }
}
