package io.caravan.core.invoice;

import io.caravan.core.merchant.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A batch with invoices that wait for their check, taken by one worker.
 *
 * @param fence proves who works on it
 * @param checked how many of the invoices have been checked
 */
public record Batch(BatchId id, MerchantId merchant, long fence, int checked, List<InvoiceId> invoices) {

    /** Invoices in one transaction. */
    public static final int CHUNK = 200;

    public Batch {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        invoices = List.copyOf(invoices);
    }

    /** A batch on which nobody has worked yet. */
    public static Batch of(MerchantId merchant, List<InvoiceId> invoices) {
        return new Batch(BatchId.random(), merchant, 0, 0, invoices);
    }

    /** What is left to check, in order. */
    public List<BatchChunk> chunks() {
        var chunks = new ArrayList<BatchChunk>();
        for (int from = checked; from < invoices.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, invoices.size());
            chunks.add(new BatchChunk(id, merchant, fence, from, invoices.subList(from, to), to == invoices.size()));
        }
        return chunks;
    }
}
