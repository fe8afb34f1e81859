package io.caravan.usecase.page;

import io.caravan.core.event.Events;
import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.CreatedPaymentInvoice;
import io.caravan.core.paymentinvoice.KnownRequisites;
import io.caravan.core.paymentinvoice.MadeRequisites;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceChoice;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.paymentinvoice.ServiceOffer;
import io.caravan.core.paymentinvoice.Services;
import java.time.Clock;
import java.time.Instant;

/** Takes a payer's choice how to pay. The first one stays. */
public class ChooseService {

    private final PaymentInvoices invoices;
    private final Services services;
    private final Payments payments;
    private final KnownRequisites known;
    private final Clock businessTime;

    public ChooseService(
            PaymentInvoices invoices, Services services, Payments payments, Events events, Clock businessTime) {
        this.invoices = invoices;
        this.services = services;
        this.payments = payments;
        this.known = new KnownRequisites(invoices, payments, events);
        this.businessTime = businessTime;
    }

    /**
     * The payment invoice afterwards: as it was, if its service was chosen before, or nobody can pay it any more.
     *
     * @throws PageRefused UNKNOWN if there is none, MALFORMED if the service is not offered
     */
    public CreatedPaymentInvoice choose(ServiceChoice choice) {
        var found = invoices.find(choice.invoice()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var payment = payments.lock(found.payment()).orElseThrow();
        var invoice = invoices.find(found.payment()).orElseThrow();
        var now = businessTime.instant();
        var isOpen = HostedPageState.of(invoice, payment, now) == HostedPageState.CHOOSING;
        return new CreatedPaymentInvoice(isOpen ? chosen(invoice, payment, choice.service(), now) : invoice, true);
    }

    private PaymentInvoice chosen(PaymentInvoice invoice, Payment payment, String code, Instant now) {
        var service = ServiceOffer.of(invoice, payment, services.all()).stream()
                .filter(offered -> offered.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        var chosen = chosen(invoice, payment, service);
        if (service.kind() == ServiceKind.CARD_PAGE) {
            known.write(chosen, payment.onProviderPage(), now);
        } else if (chosen.requisites().isPresent()) {
            known.write(chosen, payment, now);
        } else {
            invoices.update(chosen);
        }
        return chosen;
    }

    private static PaymentInvoice chosen(PaymentInvoice invoice, Payment payment, Service service) {
        var reference = PaymentReference.of(service, invoice.reference().number());
        return invoice.chosen(service, reference, MadeRequisites.of(service, payment.amount(), reference));
    }
}
