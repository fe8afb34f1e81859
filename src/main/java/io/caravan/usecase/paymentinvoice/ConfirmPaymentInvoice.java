package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.GivenConfirmation;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceRules;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a payer's confirmation: stored, and the bank is to be told. Whether the money has come is for the bank to say. */
public class ConfirmPaymentInvoice {

    private final Services services;
    private final PaymentInvoices invoices;
    private final Payments payments;
    private final PaymentInvoiceReports reports;
    private final Clock businessTime;
    private final Clock realTime;

    /** @param realTime from when on the bank is to be told */
    public ConfirmPaymentInvoice(
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints,
            Clock businessTime,
            Clock realTime) {
        this.services = services;
        this.invoices = invoices;
        this.payments = payments;
        this.reports = new PaymentInvoiceReports(services, payments, events, refunds, endpoints);
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * How it stands afterwards; the same again changes nothing.
     *
     * @throws Problem PAYMENT_UNKNOWN; PAYMENT_EXPIRED; PAYMENT_CLOSED once it has ended otherwise; CONFIRMATION_NOT_WANTED;
     *     CONFIRMED_OTHERWISE
     * @throws InvalidInput each field that is wrong, by {@code payload/} and its key
     */
    public PaymentInvoiceReport confirm(ConfirmationDraft draft) {
        var found = invoices.find(draft.invoice()).orElseThrow(() -> problem(ProblemCode.PAYMENT_UNKNOWN));
        var payment = payments.lock(found.payment()).orElseThrow();
        var invoice = invoices.find(found.payment()).orElseThrow();
        var now = businessTime.instant();
        var status = PaymentInvoiceStatus.of(payment, invoice.requisites().isPresent());
        if (status == PaymentInvoiceStatus.EXPIRED
                || status.isOpen() && !invoice.expiresAt().isAfter(now)) {
            throw problem(ProblemCode.PAYMENT_EXPIRED);
        }
        if (status == PaymentInvoiceStatus.CREATED) {
            throw problem(ProblemCode.CONFIRMATION_NOT_WANTED);
        }
        if (status != PaymentInvoiceStatus.PROCESS_PENDING) {
            throw problem(ProblemCode.PAYMENT_CLOSED);
        }
        var values = values(draft, invoice.service().flatMap(services::find).orElseThrow());
        if (invoice.confirmation().isPresent()) {
            if (!invoice.confirmation().get().values().equals(values)) {
                throw problem(ProblemCode.CONFIRMED_OTHERWISE);
            }
            return reports.of(invoice);
        }
        return reports.of(confirmed(invoice, new GivenConfirmation(values, now)));
    }

    private PaymentInvoice confirmed(PaymentInvoice invoice, GivenConfirmation given) {
        var confirmed = invoice.confirmed(given);
        invoices.update(confirmed);
        invoices.tellLater(confirmed.payment(), realTime.instant());
        return confirmed;
    }

    /** Those that the service declares. */
    private static Map<String, String> values(ConfirmationDraft draft, Service service) {
        if (service.confirmation().isEmpty()) {
            throw problem(ProblemCode.CONFIRMATION_NOT_WANTED);
        }
        var faults = PaymentInvoiceRules.faults(service.confirmation(), draft.values());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.stream()
                    .map(fault -> new Violation("payload/" + fault.field(), fault.message()))
                    .toList());
        }
        var values = new LinkedHashMap<String, String>();
        service.confirmation().forEach(field -> {
            if (draft.values().containsKey(field.key())) {
                values.put(field.key(), draft.values().get(field.key()));
            }
        });
        return values;
    }

    private static Problem problem(ProblemCode code) {
        return Problem.of(code, "id");
    }
}
