package io.caravan.core.health;

import java.time.Duration;

/**
 * How long work has been waiting that ought to be done at once.
 *
 * @param outbox age of the oldest event that is not relayed
 * @param ready age of the oldest notice that is on no queue
 * @param queued age of the oldest notice on a queue that no consumer has taken
 * @param batches age of the oldest batch with items that wait for their check
 */
public record Backlog(Duration outbox, Duration ready, Duration queued, Duration batches) {

    /** The stores that know. */
    public interface Source {

        /** Costs a look at the ends of a few indexes, however much waits. */
        Backlog measure();
    }
}
