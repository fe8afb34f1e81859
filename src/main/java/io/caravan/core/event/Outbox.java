package io.caravan.core.event;

import io.caravan.core.payer.Phone;
import java.util.List;
import java.util.Optional;

/** The events that have not been relayed yet. Subjects are spread over {@value #SHARDS} shards. */
public interface Outbox {

    int SHARDS = 16;

    /** An event to relay, and the phone of the payer to whom its invoice was sent directly, or who was asked. */
    record Entry(int shard, long id, Event event, Optional<Phone> recipient) {}

    /** The shards in which something waits. */
    List<Integer> waitingShards();

    /**
     * The first entries of these shards, in the order in which the events of each subject happened. Locks the shards
     * until the transaction ends; those that somebody else has locked are left out.
     */
    List<Entry> take(List<Integer> shards, int limit);

    /** Removes the entries that were taken by this transaction. */
    void remove(List<Entry> relayed);
}
