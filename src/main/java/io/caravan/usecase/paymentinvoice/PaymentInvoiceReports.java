package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Services;
import java.util.Optional;

/** How payment invoices stand, put together from what is stored of them. */
final class PaymentInvoiceReports {

    private final Services services;
    private final Payments payments;
    private final Events events;
    private final Refunds refunds;
    private final Endpoints endpoints;

    PaymentInvoiceReports(Services services, Payments payments, Events events, Refunds refunds, Endpoints endpoints) {
        this.services = services;
        this.payments = payments;
        this.events = events;
        this.refunds = refunds;
        this.endpoints = endpoints;
    }

    PaymentInvoiceReport of(PaymentInvoice invoice) {
        return new PaymentInvoiceReport(
                invoice,
                invoice.service().flatMap(services::find),
                payments.find(invoice.payment()).orElseThrow(),
                events.of(invoice.payment().value()),
                refunds.of(invoice.payment()),
                callbackUrl(invoice));
    }

    private Optional<String> callbackUrl(PaymentInvoice invoice) {
        return invoice.terms().callbackUrl().or(() -> endpoints.url(invoice.merchant(), Dialect.PAYMENTINVOICES));
    }
}
