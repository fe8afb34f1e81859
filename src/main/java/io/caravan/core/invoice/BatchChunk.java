package io.caravan.core.invoice;

import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Objects;

/**
 * Some invoices of a batch, checked in one transaction.
 *
 * @param fence proves who works on the batch
 * @param first how many invoices of the batch come before
 * @param last whether none comes after
 */
public record BatchChunk(
        BatchId batch, MerchantId merchant, long fence, int first, List<InvoiceId> invoices, boolean last) {

    public BatchChunk {
        Objects.requireNonNull(batch);
        Objects.requireNonNull(merchant);
        invoices = List.copyOf(invoices);
    }
}
