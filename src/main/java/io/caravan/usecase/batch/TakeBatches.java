package io.caravan.usecase.batch;

import io.caravan.core.invoice.Batch;
import io.caravan.core.invoice.Batches;
import java.time.Duration;
import java.util.List;

/** Takes batches whose invoices wait for their check. */
public class TakeBatches {

    /** How long a worker may be silent between two chunks before another takes over; a chunk in work is locked. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** Batches at once, each of them with a database connection. */
    private static final int LIMIT = 4;

    private final Batches batches;

    public TakeBatches(Batches batches) {
        this.batches = batches;
    }

    /** The oldest batches; none if nothing waits, or others work on all of them. */
    public List<Batch> take() {
        return batches.take(LIMIT, LEASE);
    }
}
