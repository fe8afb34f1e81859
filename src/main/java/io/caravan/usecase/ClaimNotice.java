package io.caravan.usecase;

import io.caravan.core.invoice.Invoice;
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
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.Schedules;
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
    private final Schedules schedules;
    private final Prompts prompts;

    public ClaimNotice(
            Notices notices, Invoices invoices, Merchants merchants, Schedules schedules, Prompts prompts) {
        this.notices = notices;
        this.invoices = invoices;
        this.merchants = merchants;
        this.schedules = schedules;
        this.prompts = prompts;
    }

    /**
     * The notice with all that it tells. Empty if nothing is to be sent: it was sent before, somebody else holds it, or
     * it is of no use any more, and was dropped: its invoice is closed, or the payer has chosen another day meanwhile.
     *
     * @param id as it stands in the queue
     */
    public Optional<Announcement> claim(String id) {
        return NoticeId.parse(id).flatMap(known -> notices.claim(known, LEASE)).flatMap(this::announce);
    }

    private Optional<Announcement> announce(Notices.Attempt attempt) {
        var notice = attempt.notice();
        var invoice = invoices.find(new InvoiceId(notice.subject())).orElseThrow();
        var useless = useless(notice, invoice);
        if (useless.isPresent()) {
            notices.dropped(notice.id(), attempt.fence(), useless.get());
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
            case INVOICE_CREATED, PAYMENT_FAILED -> Optional.empty();
        };
    }

    private Optional<String> useless(Notice notice, Invoice invoice) {
        if (invoice.status().isFinal()) {
            return Optional.of("the invoice is " + invoice.status());
        }
        return switch (notice.kind()) {
            case INVOICE_CREATED, INVOICE_PROMPTED -> Optional.empty();
            case PAYMENT_FAILED ->
                schedules
                        .find(invoice.id())
                        .filter(Schedule::isOpen)
                        .map(schedule -> "the payer has chosen " + schedule.date());
        };
    }
}
