package io.caravan.usecase.pretransaction;

import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Notices;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.pretransaction.PreTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.pretransaction.ShortCode;
import io.caravan.core.pretransaction.SingleCallbacks;
import io.caravan.core.pretransaction.SmsSummary;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes pre-transactions and stores them, within the transaction of whoever asks. */
public class NewPreTransactions {

    /** For how long one can be paid whose partner gave no time. */
    private static final int LIFE_DAYS = 90;

    /** How long after the first SMS the payer is reminded. */
    private static final Duration REMINDER = Duration.ofDays(2);

    private static final Duration LONGEST = Duration.ofDays(400);

    private final Merchants merchants;
    private final Invoices invoices;
    private final Pages pages;
    private final PageLinks links;
    private final PreTransactions preTransactions;
    private final ReferenceLinks references;
    private final CallbackPlaces places;
    private final Notices notices;
    private final Events events;
    private final InvoiceRules rules;
    private final BillingTerms billing;
    private final Clock clock;

    public NewPreTransactions(
            Merchants merchants,
            Invoices invoices,
            Pages pages,
            PageLinks links,
            PreTransactions preTransactions,
            ReferenceLinks references,
            CallbackPlaces places,
            Notices notices,
            Events events,
            InvoiceRules rules,
            BillingTerms billing,
            Clock clock) {
        this.merchants = merchants;
        this.invoices = invoices;
        this.pages = pages;
        this.links = links;
        this.preTransactions = preTransactions;
        this.references = references;
        this.places = places;
        this.notices = notices;
        this.events = events;
        this.rules = rules;
        this.billing = billing;
        this.clock = clock;
    }

    /**
     * Refuses what cannot be begun now; what was begun before may be that by now.
     *
     * @throws InvalidInput if it would be over before it has begun, or too late, or could never be paid
     */
    void check(PreTransactionDraft draft) {
        refuseExpiry(draft, clock.instant());
        refuseUnpayable(draft);
    }

    /** What it will be; nothing is checked or stored yet. */
    public PreTransactionDetails make(Merchant merchant, PreTransactionDraft draft, boolean direct) {
        var now = clock.instant();
        var due = draft.expiresAt()
                .map(end -> LocalDate.ofInstant(end, merchant.zone()))
                .orElseGet(() -> LocalDate.ofInstant(now, merchant.zone()).plusDays(LIFE_DAYS));
        var invoice = Invoice.create(InvoiceId.random(), merchant.id(), invoice(draft, due), now);
        var preTransaction = new PreTransaction(
                invoice.id(),
                merchant.id(),
                draft.partner().id(),
                draft.referenceId(),
                draft.correlationId(),
                ShortCode.random(),
                draft.referenceId()
                        .map(reference -> references.of(draft.partner().id(), reference)),
                direct,
                draft.expiresAt(),
                Optional.empty(),
                draft.terms(),
                now);
        return new PreTransactionDetails(preTransaction, invoice, SmsSummary.NONE);
    }

    private static void refuseExpiry(PreTransactionDraft draft, Instant now) {
        if (draft.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw InvalidInput.of("expiryUtc", "must be in the future");
        }
        if (draft.expiresAt().filter(now.plus(LONGEST)::isBefore).isPresent()) {
            throw InvalidInput.of("expiryUtc", "must be within " + LONGEST.toDays() + " days");
        }
    }

    /** A page that offers nothing but a phone bill, which takes no such currency, could never be paid. */
    private void refuseUnpayable(PreTransactionDraft draft) {
        var channels = draft.partner().settings().providers();
        var offered = draft.terms().providers();
        var onlyBill = !offered.isEmpty() && offered.stream().map(channels::get).allMatch(Channel.CARRIER::equals);
        if (onlyBill && !billing.take(draft.amount())) {
            throw InvalidInput.of("currency", "cannot be put on a phone bill");
        }
    }

    private static InvoiceDraft invoice(PreTransactionDraft draft, LocalDate due) {
        var document = InvoiceDocument.of(
                draft.terms().ocr().or(draft::referenceId), draft.terms().description());
        return new InvoiceDraft(
                Dialect.MOBILEINVOICE,
                Delivery.LINK,
                draft.partner().issuer(),
                draft.msisdn(),
                draft.amount(),
                due,
                document);
    }

    /** Equal ones may come as often as the partner likes: its reference is what tells them apart. */
    private static byte[] ownPrint(Invoice invoice) {
        return invoice.id().toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Stores it, and has its callbacks sent there. */
    void store(PreTransactionDetails made, Merchant merchant, SingleCallbacks callbacks) {
        var invoice = made.invoice();
        var draft = invoice.draft();
        rules.checkIssuer(draft, merchants.issuer(merchant.id(), draft.issuer()));
        var end = made.preTransaction().expiresAt().orElseGet(() -> invoice.expiresAt(merchant.zone()));
        invoices.add(invoice, ownPrint(invoice), end);
        if (!preTransactions.add(made.preTransaction())) {
            throw Problem.of(ProblemCode.INVOICE_EXISTS, "referenceId");
        }
        pages.add(List.of(links.first(invoice.id())));
        var now = clock.instant();
        places.add(invoice.id().value(), callbacks.ofPayments(), now);
        places.add(Event.accessOf(invoice.id()), callbacks.ofPayments(), now);
        var created = Event.of(invoice, EventType.INVOICE_CREATED, now, Map.of());
        events.record(created);
        if (made.preTransaction().terms().sendSms()) {
            draft.phone().ifPresent(phone -> announce(made, created, phone, callbacks.ofSms()));
        }
    }

    private void announce(PreTransactionDetails made, Event created, Phone phone, List<EndpointRequest> callbacks) {
        var terms = made.preTransaction().terms();
        var at = terms.smsNotificationSendTime().filter(created.at()::isBefore).orElse(created.at());
        plan(notice(created, NoticeKind.INVOICE_CREATED, phone), at, callbacks);
        if (terms.reminder()) {
            plan(notice(created, NoticeKind.INVOICE_REMINDER, phone), at.plus(REMINDER), callbacks);
        }
    }

    private static Notice notice(Event created, NoticeKind kind, Phone phone) {
        return Notice.of(created.id(), created.subject(), kind, Channel.SMS, phone);
    }

    private void plan(Notice notice, Instant at, List<EndpointRequest> callbacks) {
        notices.plan(notice, at);
        places.add(notice.id().value(), callbacks, at);
    }
}
