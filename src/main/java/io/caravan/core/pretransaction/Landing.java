package io.caravan.core.pretransaction;

import io.caravan.core.page.Page;
import java.util.Objects;

/**
 * Where a link of a pre-transaction leads.
 *
 * @param page the invoice's
 * @param isShort whether the link was the one that payers are sent
 */
public record Landing(PreTransactionDetails details, Page page, boolean isShort) {

    public Landing {
        Objects.requireNonNull(details);
        Objects.requireNonNull(page);
    }
}
