package io.caravan.core.invoice;

import io.caravan.core.merchant.MerchantId;
import java.util.List;

/** The items of batches, until they have been checked. */
public interface ReceivedInvoices {

    /** Stores new items. */
    void add(List<Invoice> items);

    /** Those of these items that still wait for their check, in this order, locked until the transaction ends. */
    List<Invoice> lock(MerchantId merchant, List<InvoiceId> items);

    /** Writes what has become of locked items. Fails if an equal invoice has been stored meanwhile. */
    void update(List<Checked> items);
}
