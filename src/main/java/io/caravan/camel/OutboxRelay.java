package io.caravan.camel;

import io.caravan.usecase.FindWaitingShards;
import io.caravan.usecase.RelayEvents;

/** Empties the outbox, shard by shard, a transaction a batch. */
public final class OutboxRelay {

    private final FindWaitingShards findWaitingShards;
    private final RelayEvents relayEvents;

    public OutboxRelay(FindWaitingShards findWaitingShards, RelayEvents relayEvents) {
        this.findWaitingShards = findWaitingShards;
        this.relayEvents = relayEvents;
    }

    /** Relays all that waits, but for shards on which another instance works. */
    public void relayAll() {
        for (var shard : findWaitingShards.find()) {
            while (relayEvents.relay(shard)) {
                // the next batch
            }
        }
    }
}
