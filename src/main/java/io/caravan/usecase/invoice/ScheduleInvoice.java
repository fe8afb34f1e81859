package io.caravan.usecase.invoice;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Lets a payer choose the day on which an invoice will be paid. */
public class ScheduleInvoice {

    private final Merchants merchants;
    private final Payers payers;
    private final Invoices invoices;
    private final Schedules schedules;
    private final ConsentQuestions questions;
    private final Events events;
    private final Clock clock;

    public ScheduleInvoice(
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Schedules schedules,
            ConsentQuestions questions,
            Events events,
            Clock clock) {
        this.merchants = merchants;
        this.payers = payers;
        this.invoices = invoices;
        this.schedules = schedules;
        this.questions = questions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Accepts the invoice for a day that lies ahead. Empty, and nothing has changed, if the payer wants to pay today.
     *
     * @throws io.caravan.core.problem.InvalidInput if the payer chose another card than the wallet's, or a day on which
     *     this cannot be paid
     * @throws Problem INVOICE_UNKNOWN for anybody else's invoice, PAYER_UNAVAILABLE, or why it cannot be accepted now
     */
    public Optional<InvoiceDetails> schedule(Acceptance acceptance) {
        if (acceptance.date().isEmpty()) {
            return Optional.empty();
        }
        var payer = payers.find(acceptance.payer()).orElseThrow(Forbidden::new);
        var invoice = invoices.lock(acceptance.invoice())
                .filter(asked -> asked.isFor(payer))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, acceptance.invoice()));
        var merchant = merchants.find(invoice.merchant()).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), merchant.zone());
        acceptance.check(payer, invoice, today);
        return acceptance
                .date()
                .filter(today::isBefore)
                .map(date -> accept(invoice, Schedule.on(date, invoice.id(), payer.id(), merchant.zone())))
                .map(accepted -> details(accepted, merchant));
    }

    /** The same choice again changes nothing. */
    private Invoice accept(Invoice invoice, Schedule schedule) {
        var accepted = invoice.accept(schedule.date());
        if (schedules.find(invoice.id()).filter(schedule::equals).isPresent()) {
            return invoice;
        }
        invoices.update(accepted);
        schedules.put(schedule);
        events.record(Event.of(
                accepted,
                EventType.INVOICE_ACCEPTED,
                clock.instant(),
                Map.of(Detail.PAYMENT_DATE, schedule.date().toString())));
        questions.scheduled(accepted, schedule.payer(), clock.instant());
        return accepted;
    }

    private InvoiceDetails details(Invoice invoice, Merchant merchant) {
        var issuer = merchants.issuer(merchant.id(), invoice.draft().issuer()).orElseThrow();
        return new InvoiceDetails(invoice, issuer, merchant, Optional.empty());
    }
}
