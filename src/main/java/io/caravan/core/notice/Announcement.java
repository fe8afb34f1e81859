package io.caravan.core.notice;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.merchant.Issuer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A notice about an invoice with all that it tells, taken for one attempt.
 *
 * @param fence proves who holds the notice
 * @param wish the day that was chosen on a page, for the payer to confirm
 */
public record Announcement(Notice notice, long fence, Invoice invoice, Issuer issuer, Optional<LocalDate> wish)
        implements Outgoing {

    public Announcement {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(wish);
    }
}
