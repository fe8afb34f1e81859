package io.caravan.usecase.pretransaction;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payable;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Begins to pay an invoice on the bill of a phone: the invoice is claimed, the charge written down. */
public class StartBilling {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Payable payable;
    private final Invoices invoices;
    private final Payments payments;
    private final Events events;
    private final BillingTerms terms;
    private final Clock businessTime;
    private final Clock realTime;

    /** @param realTime for how often one phone is asked */
    public StartBilling(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            BillingTerms terms,
            Clock businessTime,
            Clock realTime) {
        this.payable = new Payable(merchants);
        this.invoices = invoices;
        this.payments = payments;
        this.events = events;
        this.terms = terms;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The charge, which has yet to be sent to the carrier. No money moves, and nobody is asked, before this has been
     * committed.
     *
     * @throws Problem INVOICE_UNKNOWN, or why it cannot be paid now: PAYMENT_IN_PROGRESS while somebody is asked
     * @throws InvalidInput if phone bills do not take its currency
     * @throws Busy if the owner of this phone has been asked too often
     */
    public OperationId start(BillingRequest request) {
        var invoice = invoices.lock(request.invoice())
                .filter(asked -> asked.opensItsPage())
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, request.invoice()));
        var now = businessTime.instant();
        payable.check(invoice, now);
        if (!terms.take(invoice.draft().total())) {
            throw InvalidInput.of("currency", "cannot be put on a phone bill");
        }
        refuseTooMany(request.bill().phone());

        var payment = Payment.byPhoneBill(invoice, request.bill(), now);
        var charge = payment.charge();
        invoices.update(invoice.claim(payment.id()));
        payments.add(payment, charge, Payments.PATIENCE);
        events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        return charge.id();
    }

    private void refuseTooMany(Phone phone) {
        if (payments.countAsked(phone, realTime.instant().minus(WINDOW)) >= terms.asksPerHour()) {
            throw new Busy(WINDOW);
        }
    }
}
