package io.caravan.core.notice;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.merchant.Issuer;
import java.util.Objects;

/**
 * A notice with all that it tells, taken for one attempt.
 *
 * @param fence proves who holds the notice
 */
public record Announcement(Notice notice, long fence, Invoice invoice, Issuer issuer) {

    public Announcement {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(issuer);
    }
}
