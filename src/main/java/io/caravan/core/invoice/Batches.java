package io.caravan.core.invoice;

import java.time.Duration;
import java.util.List;

/** The batches that have invoices to check. Leases are in real time. */
public interface Batches {

    /** Stores a new batch, whose invoices this transaction has stored; it can be taken after the commit. */
    void add(Batch batch);

    /** Takes the oldest batches on which nobody works, for this long. */
    List<Batch> take(int limit, Duration lease);

    /**
     * Records that this transaction checks the chunk, and holds the batch for this long again. After the last chunk
     * there is no batch any more.
     *
     * @return whether the chunk is the worker's to check; if not, somebody else works on the batch
     */
    boolean advance(BatchChunk chunk, Duration lease);
}
