package io.caravan.core.event;

import io.caravan.core.payer.Phone;
import java.util.List;
import java.util.Optional;

/** The events that have not been relayed yet. Subjects are spread over {@value #SHARDS} shards. */
public interface Outbox {

    int SHARDS = 16;

    /** An event to relay, and the phone of the payer to whom its invoice was sent directly. */
    record Entry(long id, Event event, Optional<Phone> recipient) {}

    /** The shards in which something waits. */
    List<Integer> waitingShards();

    /**
     * The first entries of a shard, in the order in which the events of each subject happened. Locks the shard until
     * the transaction ends; empty if somebody else has it locked.
     */
    List<Entry> take(int shard, int limit);

    /** Removes the entries that were taken by this transaction. */
    void remove(int shard, List<Entry> relayed);
}
