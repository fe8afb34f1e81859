package io.caravan.camel;

import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.RelayEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

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

    /**
     * Relays all that waits, but for shards on which another instance works. An event that cannot be relayed holds up
     * its own shard only.
     */
    public void relayAll() {
        int batch;
        do {
            batch = relay(findWaitingShards.find());
        } while (batch == RelayEvents.BATCH);
    }

    private int relay(List<Integer> shards) {
        try {
            int batch = shards.isEmpty() ? 0 : relayEvents.relay(shards);
            relayed.increment(batch);
            return batch;
        } catch (RuntimeException e) {
            if (shards.size() > 1 && !Setback.ofAll(e) && !Setback.passing(e)) {
                relayEach(shards, e);
            }
            throw e;
        }
    }

    /** A batch of each. */
    private void relayEach(List<Integer> shards, RuntimeException cause) {
        for (var shard : shards) {
            try {
                relay(List.of(shard));
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
