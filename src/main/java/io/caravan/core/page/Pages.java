package io.caravan.core.page;

import io.caravan.core.invoice.InvoiceId;
import java.util.List;
import java.util.Optional;

/** The hosted pages of invoices, found by their tokens' hashes. */
public interface Pages {

    /** Stores the pages of invoices that had none. */
    void add(List<Page> pages);

    /** The invoice whose page this token opens; none if it never did, or has been withdrawn. */
    Optional<InvoiceId> find(PageToken token);

    /** The page of this invoice, if it has one. */
    Optional<Page> of(InvoiceId invoice);
}
