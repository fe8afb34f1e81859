package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoicePage;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Services;

/** Lists a merchant's own payment invoices. */
public class ListPaymentInvoices {

    private final PaymentInvoices invoices;
    private final PaymentInvoiceReports reports;

    public ListPaymentInvoices(
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints) {
        this.invoices = invoices;
        this.reports = new PaymentInvoiceReports(services, payments, events, refunds, endpoints);
    }

    public PaymentInvoicePage list(PaymentInvoiceQuery query) {
        return new PaymentInvoicePage(
                query,
                invoices.list(query).stream().map(reports::of).toList(),
                invoices.count(query, PaymentInvoicePage.COUNTED + 1));
    }
}
