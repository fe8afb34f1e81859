package io.caravan.usecase;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.notice.Notices;
import java.time.Duration;
import java.util.Optional;

/** Takes a notice for one attempt to send it. */
public class ClaimNotice {

    /** Longer than a route tries a gateway: four calls and the waits between them. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final Notices notices;
    private final Invoices invoices;
    private final Merchants merchants;

    public ClaimNotice(Notices notices, Invoices invoices, Merchants merchants) {
        this.notices = notices;
        this.invoices = invoices;
        this.merchants = merchants;
    }

    /**
     * The notice with all that it tells. Empty if nothing is to be sent: it was sent before, somebody else holds it, or
     * its invoice is closed, and it was dropped.
     *
     * @param id as it stands in the queue
     */
    public Optional<Announcement> claim(String id) {
        return NoticeId.parse(id).flatMap(known -> notices.claim(known, LEASE)).flatMap(this::announce);
    }

    private Optional<Announcement> announce(Notices.Attempt attempt) {
        var notice = attempt.notice();
        var invoice = invoices.find(new InvoiceId(notice.subject())).orElseThrow();
        if (invoice.status().isFinal()) {
            notices.dropped(notice.id(), attempt.fence(), "the invoice is " + invoice.status());
            return Optional.empty();
        }
        var issuer =
                merchants.issuer(invoice.merchant(), invoice.draft().issuer()).orElseThrow();
        return Optional.of(new Announcement(notice, attempt.fence(), invoice, issuer));
    }
}
