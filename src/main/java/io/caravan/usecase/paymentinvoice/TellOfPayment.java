package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.event.Events;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Services;

/** Finds out how the payment invoice stands whose merchant is told of it. */
public class TellOfPayment {

    private final PaymentInvoices invoices;
    private final PaymentInvoiceReports reports;

    public TellOfPayment(
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints) {
        this.invoices = invoices;
        this.reports = new PaymentInvoiceReports(services, payments, events, refunds, endpoints);
    }

    public PaymentInvoiceReport tell(PaymentId payment) {
        return reports.of(invoices.find(payment).orElseThrow());
    }
}
