package io.caravan.usecase.page;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageState;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PhoneCharge;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.Billing;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.RefusedPayment;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.prompt.Prompts;
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.Schedules;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import io.caravan.usecase.pretransaction.ShowBilling;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Finds what the page of an invoice shows. It changes nothing. */
public class ShowInvoicePage {

    private final Pages pages;
    private final Merchants merchants;
    private final Invoices invoices;
    private final Schedules schedules;
    private final Payments payments;
    private final Prompts prompts;
    private final Events events;
    private final PaymentChoices choices;
    private final BillingTerms billing;
    private final Offers offers;
    private final ShowBilling showBilling;
    private final Clock businessTime;
    private final Clock realTime;

    public ShowInvoicePage(
            Pages pages,
            Merchants merchants,
            Invoices invoices,
            Schedules schedules,
            Payments payments,
            Prompts prompts,
            Events events,
            PreTransactions preTransactions,
            Partners partners,
            PaymentChoices choices,
            BillingTerms billing,
            PreTransactionLinks links,
            Clock businessTime,
            Clock realTime) {
        this.pages = pages;
        this.merchants = merchants;
        this.invoices = invoices;
        this.schedules = schedules;
        this.payments = payments;
        this.prompts = prompts;
        this.events = events;
        this.choices = choices;
        this.billing = billing;
        this.showBilling = new ShowBilling(payments);
        this.offers = new Offers(
                preTransactions,
                partners,
                new FindPartnerTransaction(preTransactions, partners, payments, choices, events),
                links);
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The page; with a prompt, as somebody sees it who made that, or began to pay with a card. A prompt of another page, or
     * one that is forgotten, counts as none. Whoever sees the page while the owner of a phone is asked may enter the PIN.
     *
     * @throws PageRefused UNKNOWN if the token opens no page
     */
    public InvoicePage show(PageRequest request) {
        var invoice = pages.find(request.token())
                .flatMap(invoices::find)
                .filter(ShowInvoicePage::isShown)
                .orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
        var merchant = merchants.find(invoice.merchant()).orElseThrow();
        var issuer = merchants.issuer(merchant.id(), invoice.draft().issuer()).orElseThrow();
        var prompt = request.prompt().flatMap(prompts::find).filter(made -> made.invoice()
                .equals(invoice.id()));
        var schedule = schedules.find(invoice.id()).filter(Schedule::isOpen).filter(open -> !invoice.status()
                .isFinal());
        var payment = request.prompt()
                .flatMap(made -> choices.find(made.value()))
                .flatMap(payments::find)
                .filter(made -> made.invoice().filter(invoice.id()::equals).isPresent());
        var paid = paid(invoice);
        var states = new PageStates(
                invoice,
                schedule,
                payments.refused(invoice.id()),
                paid,
                offers.isOver(invoice, businessTime.instant()),
                LocalDate.ofInstant(businessTime.instant(), merchant.zone()),
                realTime.instant());
        var charge = charge(request, payment, invoice);
        var state = charge.filter(states::asks)
                .map(asked -> PageState.ASKED)
                .or(() -> prompt.map(states::to))
                .or(() -> payment.map(states::to))
                .orElseGet(states::open);
        return new InvoicePage(
                request.token(),
                state,
                invoice,
                issuer,
                merchant,
                states.today(),
                schedule.map(Schedule::date),
                refusal(states, state),
                prompt,
                payment,
                charge,
                offers.of(invoice, payment.or(() -> told(states, state)), billing),
                states.now());
    }

    /** The one that was begun with the form of this page; else the one that holds the invoice. */
    private Optional<PhoneCharge> charge(PageRequest request, Optional<Payment> payment, Invoice invoice) {
        if (payment.isPresent()) {
            return payment.flatMap(this::billing)
                    .map(one ->
                            new PhoneCharge(one, request.prompt().orElseThrow().value()));
        }
        return invoice.claim()
                .filter(invoice::canBePaidBy)
                .flatMap(payments::find)
                .flatMap(this::billing)
                .flatMap(one -> choices.visit(one.payment()).map(visit -> new PhoneCharge(one, visit)));
    }

    private Optional<Billing> billing(Payment payment) {
        return payments.operations(payment.id()).stream()
                .flatMap(operation -> showBilling.show(operation.id()).stream())
                .findFirst();
    }

    private static boolean isShown(Invoice invoice) {
        return invoice.status() != InvoiceStatus.RECEIVED && invoice.status() != InvoiceStatus.INVALID;
    }

    private static Optional<String> refusal(PageStates states, PageState state) {
        var matters = state == PageState.REFUSED
                || states.schedule().filter(open -> open.attempts() > 0).isPresent();
        return matters ? states.refused().stream().findFirst().map(RefusedPayment::reason) : Optional.empty();
    }

    /** The payment of whoever sees this: of somebody else's nothing is told. */
    private Optional<Payment> told(PageStates states, PageState state) {
        return switch (state) {
            case PAID -> states.paid();
            case REFUSED -> states.refused().stream().findFirst().flatMap(last -> payments.find(last.payment()));
            case OPEN,
                    SCHEDULED,
                    IN_PROGRESS,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    WAITING,
                    TIMED_OUT,
                    DECLINED,
                    UNREACHABLE,
                    PAID_BY_ANOTHER,
                    ASKED -> Optional.empty();
        };
    }

    /** The payment that has paid it. */
    private Optional<Payment> paid(Invoice invoice) {
        if (invoice.status() != InvoiceStatus.PAID) {
            return Optional.empty();
        }
        return events.of(invoice.id().value()).stream()
                .filter(event -> event.type() == EventType.INVOICE_PAID)
                .map(event -> event.details().get(Detail.PAYMENT))
                .flatMap(payment -> PaymentId.parse(payment).flatMap(payments::find).stream())
                .findFirst();
    }
}
