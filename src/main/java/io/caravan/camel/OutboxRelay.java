package io.caravan.camel;

import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.RelayEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Empties the outbox, a transaction a batch. */
public final class OutboxRelay {

    private final FindWaitingShards findWaitingShards;
    private final RelayEvents relayEvents;
    private final Counter relayed;

    public OutboxRelay(FindWaitingShards findWaitingShards, RelayEvents relayEvents, MeterRegistry meters) {
        this.findWaitingShards = findWaitingShards;
        this.relayEvents = relayEvents;
        this.relayed = Counter.builder("caravan.events.relayed")
                .description("Events taken out of the outbox")
                .register(meters);
    }

    /** Relays all that waits, but for shards on which another instance works. */
    public void relayAll() {
        int batch;
        do {
            var shards = findWaitingShards.find();
            batch = shards.isEmpty() ? 0 : relayEvents.relay(shards);
            relayed.increment(batch);
        } while (batch == RelayEvents.BATCH);
    }
}
