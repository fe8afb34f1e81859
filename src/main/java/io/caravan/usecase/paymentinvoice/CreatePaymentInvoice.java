package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.CreatedPaymentInvoice;
import io.caravan.core.paymentinvoice.MadeRequisites;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceRules;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a payment invoice from a merchant: stored, with all that its payer has to know, if that is made here. */
public class CreatePaymentInvoice {

    private final Services services;
    private final PaymentInvoices invoices;
    private final Payments payments;
    private final Events events;
    private final CallbackPlaces places;
    private final PaymentInvoiceRules rules;
    private final Clock clock;

    public CreatePaymentInvoice(
            Services services,
            PaymentInvoices invoices,
            Payments payments,
            Events events,
            CallbackPlaces places,
            PaymentInvoiceRules rules,
            Clock clock) {
        this.services = services;
        this.invoices = invoices;
        this.payments = payments;
        this.events = events;
        this.places = places;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Creates it, or finds the one that the same request has created before.
     *
     * @throws io.caravan.core.problem.InvalidInput all that is wrong with the draft
     * @throws Problem PAYMENT_EXISTS if the merchant's reference stands for another one
     */
    public CreatedPaymentInvoice create(PaymentInvoiceDraft draft) {
        return earlier(draft).orElseGet(() -> createNew(draft));
    }

    private Optional<CreatedPaymentInvoice> earlier(PaymentInvoiceDraft draft) {
        return draft.reference()
                .flatMap(reference -> invoices.find(draft.merchant(), draft.account(), reference))
                .map(known -> {
                    if (!known.requestHash().equals(draft.hash())) {
                        throw Problem.of(ProblemCode.PAYMENT_EXISTS, "reference_id");
                    }
                    return new CreatedPaymentInvoice(known, true);
                });
    }

    private CreatedPaymentInvoice createNew(PaymentInvoiceDraft draft) {
        var now = clock.instant();
        var service = draft.service().flatMap(services::find);
        var amount = rules.check(draft, service, now);
        var number = invoices.nextNumber();
        var reference = service.map(known -> PaymentReference.of(known, number))
                .orElseGet(() -> PaymentReference.plain(number));
        var transferred =
                Payment.byRequisites(draft.merchant(), Dialect.PAYMENTINVOICES, reference.text(), amount, now);
        var onPage = service.filter(known -> known.kind() == ServiceKind.CARD_PAGE);
        var payment = onPage.isPresent() ? transferred.onProviderPage() : transferred;
        var made = service.flatMap(known -> MadeRequisites.of(known, amount, reference));
        var invoice = invoice(draft, payment, reference, made, now);
        if (!invoices.add(invoice)) {
            return earlier(draft).orElseThrow();
        }
        payments.add(payment);
        invoices.limit(invoice);
        draft.terms()
                .callbackUrl()
                .ifPresent(url -> places.add(
                        payment.id().value(),
                        List.of(EndpointRequest.withUserInfo(draft.merchant(), Dialect.PAYMENTINVOICES, url)),
                        now));
        if (made.isPresent() || onPage.isPresent() || service.isEmpty()) {
            events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        }
        return new CreatedPaymentInvoice(invoice, false);
    }

    private PaymentInvoice invoice(
            PaymentInvoiceDraft draft,
            Payment payment,
            PaymentReference reference,
            Optional<Requisites> requisites,
            Instant now) {
        return new PaymentInvoice(
                PaymentInvoiceId.random(),
                payment.id(),
                draft.merchant(),
                draft.account(),
                draft.reference(),
                draft.hash(),
                draft.service(),
                draft.testMode(),
                reference,
                requisites,
                Optional.empty(),
                rules.endsAt(draft, now),
                Optional.empty(),
                draft.terms());
    }
}
