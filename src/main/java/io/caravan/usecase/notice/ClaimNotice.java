package io.caravan.usecase.notice;

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
import io.caravan.core.notice.Outgoing;
import io.caravan.core.notice.PaymentAnnouncement;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentrequest.PaymentReminder;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedules;
import io.caravan.usecase.paymentrequest.FindOffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Takes a notice for one attempt to send it. */
public class ClaimNotice {

    /** Longer than a route needs to try a gateway once and to wait; each repetition has a lease of its own. */
    static final Duration LEASE = Duration.ofSeconds(22);

    private final Notices notices;
    private final Invoices invoices;
    private final Merchants merchants;
    private final Consents consents;
    private final Prompts prompts;
    private final UselessNotices useless;
    private final FindOffer offers;
    private final Clock clock;

    public ClaimNotice(
            Notices notices,
            Invoices invoices,
            Merchants merchants,
            Schedules schedules,
            Consents consents,
            Prompts prompts,
            PreTransactions preTransactions,
            Events events,
            FindOffer offers,
            Clock clock) {
        this.notices = notices;
        this.invoices = invoices;
        this.merchants = merchants;
        this.consents = consents;
        this.prompts = prompts;
        this.offers = offers;
        this.clock = clock;
        this.useless = new UselessNotices(merchants, schedules, consents, preTransactions, events, clock);
    }

    /**
     * The notice with all that it tells. Empty if nothing is to be sent: it was sent before, somebody else holds it, or
     * it is of no use any more, and was dropped.
     *
     * @param id as it stands in the queue
     */
    public Optional<Outgoing> claim(String id) {
        return NoticeId.parse(id).flatMap(known -> notices.claim(known, LEASE)).flatMap(this::announce);
    }

    private Optional<? extends Outgoing> announce(Notices.Attempt attempt) {
        return switch (attempt.notice().kind()) {
            case PAYMENT_ASKED, PAYMENT_REMINDER, PAYMENT_LAST_REMINDER -> announcePayment(attempt);
            case INVOICE_CREATED, INVOICE_REMINDER, PAYMENT_FAILED, CONSENT_ASKED, INVOICE_PROMPTED, INVOICE_RECEIPT ->
                announceInvoice(attempt);
        };
    }

    private Optional<PaymentAnnouncement> announcePayment(Notices.Attempt attempt) {
        var notice = attempt.notice();
        var offer = offers.find(new PaymentId(notice.subject()));
        var status = offer.payment().status();
        if (status.isFinal() || PaymentReminder.isTooLate(notice.kind(), offer.request(), clock.instant())) {
            notices.dropped(notice.id(), attempt.fence(), "the payment is " + status + ", or it is too late");
            return Optional.empty();
        }
        return Optional.of(new PaymentAnnouncement(notice, attempt.fence(), offer));
    }

    private Optional<Announcement> announceInvoice(Notices.Attempt attempt) {
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
            case INVOICE_CREATED,
                    INVOICE_REMINDER,
                    PAYMENT_FAILED,
                    CONSENT_ASKED,
                    INVOICE_RECEIPT,
                    PAYMENT_ASKED,
                    PAYMENT_REMINDER,
                    PAYMENT_LAST_REMINDER -> Optional.empty();
        };
    }

    /** What the notice is about, or the link with which the consent was requested that it is about. */
    private InvoiceId invoiceOf(Notice notice) {
        return switch (notice.kind()) {
            case INVOICE_CREATED, INVOICE_REMINDER, PAYMENT_FAILED, INVOICE_PROMPTED, INVOICE_RECEIPT ->
                new InvoiceId(notice.subject());
            case PAYMENT_ASKED, PAYMENT_REMINDER, PAYMENT_LAST_REMINDER ->
                throw new IllegalArgumentException("it is about no invoice");
            case CONSENT_ASKED ->
                consents.find(new ConsentId(notice.subject()))
                        .map(Consent::invoice)
                        .orElseThrow();
        };
    }
}
