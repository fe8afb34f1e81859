package io.caravan.usecase;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.notice.Notices;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Takes a notice for one attempt to send it. */
public class ClaimNotice {

    /** Longer than a route tries a gateway: four calls and the waits between them. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final Notices notices;
    private final Invoices invoices;
    private final Merchants merchants;
    private final Consents consents;
    private final Prompts prompts;
    private final UselessNotices useless;

    public ClaimNotice(
            Notices notices,
            Invoices invoices,
            Merchants merchants,
            Schedules schedules,
            Consents consents,
            Prompts prompts,
            Events events,
            Clock clock) {
        this.notices = notices;
        this.invoices = invoices;
        this.merchants = merchants;
        this.consents = consents;
        this.prompts = prompts;
        this.useless = new UselessNotices(merchants, schedules, consents, events, clock);
    }

    /**
     * The notice with all that it tells. Empty if nothing is to be sent: it was sent before, somebody else holds it, or
     * it is of no use any more, and was dropped.
     *
     * @param id as it stands in the queue
     */
    public Optional<Announcement> claim(String id) {
        return NoticeId.parse(id).flatMap(known -> notices.claim(known, LEASE)).flatMap(this::announce);
    }

    private Optional<Announcement> announce(Notices.Attempt attempt) {
        var notice = attempt.notice();
        var invoice = invoices.find(invoiceOf(notice)).orElseThrow();
        var reason = useless.why(notice, invoice);
        if (reason.isPresent()) {
            notices.dropped(notice.id(), attempt.fence(), reason.get());
            return Optional.empty();
        }
        var issuer =
                merchants.issuer(invoice.merchant(), invoice.draft().issuer()).orElseThrow();
        return Optional.of(new Announcement(notice, attempt.fence(), invoice, issuer, wish(notice)));
    }

    private Optional<LocalDate> wish(Notice notice) {
        return switch (notice.kind()) {
            case INVOICE_PROMPTED ->
                prompts.find(new PromptId(notice.event().value())).flatMap(Prompt::date);
            case INVOICE_CREATED, INVOICE_REMINDER, PAYMENT_FAILED, CONSENT_ASKED -> Optional.empty();
        };
    }

    /** What the notice is about, or the link with which the consent was requested that it is about. */
    private InvoiceId invoiceOf(Notice notice) {
        return switch (notice.kind()) {
            case INVOICE_CREATED, INVOICE_REMINDER, PAYMENT_FAILED, INVOICE_PROMPTED -> new InvoiceId(notice.subject());
            case CONSENT_ASKED ->
                consents.find(new ConsentId(notice.subject()))
                        .map(Consent::invoice)
                        .orElseThrow();
        };
    }
}
