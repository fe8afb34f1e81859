package io.caravan.usecase.page;

import io.caravan.core.event.Events;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Channel;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PhoneLimits;
import io.caravan.core.page.PhoneVisit;
import io.caravan.core.page.PhoneWishes;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.prompt.Prompts;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import io.caravan.usecase.pretransaction.StartBilling;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Begins to pay an invoice on a phone's bill, as somebody has chosen on its page. The same form begins one payment. */
public class BeginPhoneBill {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    private final Pages pages;
    private final Invoices invoices;
    private final Payments payments;
    private final PaymentChoices choices;
    private final Prompts prompts;
    private final PhoneWishes wishes;
    private final Holds holds;
    private final PhoneLimits limits;
    private final BillingTerms terms;
    private final Offers offers;
    private final StartBilling startBilling;
    private final Clock businessTime;
    private final Clock realTime;

    public BeginPhoneBill(
            Pages pages,
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            PaymentChoices choices,
            Prompts prompts,
            PhoneWishes wishes,
            Holds holds,
            PhoneLimits limits,
            BillingTerms terms,
            PreTransactions preTransactions,
            Partners partners,
            PreTransactionLinks links,
            Events events,
            Clock businessTime,
            Clock realTime) {
        this.pages = pages;
        this.invoices = invoices;
        this.payments = payments;
        this.choices = choices;
        this.prompts = prompts;
        this.wishes = wishes;
        this.holds = holds;
        this.limits = limits;
        this.terms = terms;
        this.offers = new Offers(
                preTransactions,
                partners,
                new FindPartnerTransaction(preTransactions, partners, payments, choices, events),
                links);
        this.startBilling = new StartBilling(merchants, invoices, payments, events, terms, businessTime, realTime);
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The charge, which has yet to be sent to the carrier unless it was begun before.
     *
     * @throws PageRefused UNKNOWN; OUTDATED if the invoice has changed since the form was drawn, cannot be paid now, or
     *     not on a phone bill; TOO_MANY_PHONE_BILLS from this address, for this invoice, or of this phone
     * @throws InvalidInput for no phone
     * @throws Busy while operators hold the carrier's channel: the invoice would be held, too
     */
    public OperationId begin(PhoneVisit visit) {
        prompts.lock(visit.address());
        var invoice =
                pages.find(visit.token()).flatMap(invoices::lock).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        return begun(visit).orElseGet(() -> begin(visit, invoice));
    }

    private OperationId begin(PhoneVisit visit, Invoice invoice) {
        var details = offers.details(invoice).orElseThrow(() -> new PageRefused(Reason.OUTDATED));
        var name = offers.name(details, Channel.CARRIER).orElseThrow(() -> new PageRefused(Reason.OUTDATED));
        if (invoice.number() != visit.number()
                || !invoice.isFree()
                || !terms.take(invoice.draft().total())
                || details.preTransaction().isOver(businessTime.instant())) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var phone = visit.phone()
                .or(() -> invoice.draft().phone())
                .orElseThrow(() -> InvalidInput.of("bill-phone", "missing"));
        refuseTooMany(visit, invoice);
        if (holds.isHeld(HoldKind.CHANNEL, Channel.CARRIER.text())) {
            throw new Busy(AGAIN_AFTER);
        }
        var charge = start(new BillingRequest(invoice.id(), new PhoneBill(phone, visit.confirmation())));
        choices.add(payments.operation(charge).orElseThrow().payment(), name, visit.id());
        wishes.add(visit, invoice.id(), realTime.instant());
        return charge;
    }

    private void refuseTooMany(PhoneVisit visit, Invoice invoice) {
        var since = realTime.instant().minus(PhoneLimits.WINDOW);
        if (wishes.countFrom(visit.address(), since) >= limits.perAddress()
                || wishes.countFor(invoice.id(), since) >= limits.perInvoice()) {
            throw new PageRefused(Reason.TOO_MANY_PHONE_BILLS);
        }
    }

    /** What a partner would be told in words of its API becomes a page. */
    private OperationId start(BillingRequest request) {
        try {
            return startBilling.start(request);
        } catch (Busy e) {
            throw new PageRefused(Reason.TOO_MANY_PHONE_BILLS);
        } catch (Problem e) {
            throw new PageRefused(Reason.OUTDATED);
        }
    }

    private Optional<OperationId> begun(PhoneVisit visit) {
        return choices.find(visit.id()).flatMap(payment -> payments.operations(payment).stream()
                .filter(operation -> operation.kind() == OperationKind.CHARGE)
                .map(operation -> operation.id())
                .findFirst());
    }
}
