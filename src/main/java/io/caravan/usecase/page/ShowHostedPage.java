package io.caravan.usecase.page;

import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.ShownPaymentInvoice;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.ServiceOffer;
import io.caravan.core.paymentinvoice.Services;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Finds what the page of a payment invoice shows. It changes nothing. */
public class ShowHostedPage {

    private final PaymentInvoices invoices;
    private final Services services;
    private final Payments payments;
    private final Merchants merchants;
    private final Clock businessTime;

    public ShowHostedPage(
            PaymentInvoices invoices, Services services, Payments payments, Merchants merchants, Clock businessTime) {
        this.invoices = invoices;
        this.services = services;
        this.payments = payments;
        this.merchants = merchants;
        this.businessTime = businessTime;
    }

    /**
     * The page.
     *
     * @throws PageRefused UNKNOWN if there is none
     */
    public ShownPaymentInvoice show(PaymentInvoiceId id) {
        var invoice = invoices.find(id).orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
        var payment = payments.find(invoice.payment()).orElseThrow();
        var now = businessTime.instant();
        var attempts = CardAttempts.of(payment.id(), payments);
        var state = state(invoice, payment, attempts, now);
        return new ShownPaymentInvoice(
                state,
                merchants.find(invoice.merchant()).orElseThrow(),
                invoice,
                payment,
                invoice.service().flatMap(services::find),
                state == HostedPageState.CHOOSING ? ServiceOffer.of(invoice, payment, services.all()) : List.of(),
                attempts.refusal(),
                now);
    }

    /**
     * Until it is known what became of a visit to the acquirer, nobody is asked to pay again, nor told that the time is
     * over: that visit may still pay.
     */
    private static HostedPageState state(PaymentInvoice invoice, Payment payment, CardAttempts attempts, Instant now) {
        var state = HostedPageState.of(invoice, payment, now);
        if (state == HostedPageState.EXPIRED
                && payment.status() == PaymentStatus.CREATED
                && attempts.open().isPresent()
                && !attempts.isUnbegun()) {
            return HostedPageState.CONFIRMED;
        }
        if (!state.isOpen() || attempts.open().isEmpty() || attempts.away().isPresent()) {
            return state;
        }
        return attempts.isUnbegun() ? HostedPageState.PREPARING : HostedPageState.CONFIRMED;
    }
}
