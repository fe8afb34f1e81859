package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Looks up a merchant's own payment invoice. */
public class FindPaymentInvoice {

    private final PaymentInvoices invoices;
    private final PaymentInvoiceReports reports;

    public FindPaymentInvoice(
            PaymentInvoices invoices,
            Services services,
            Payments payments,
            Events events,
            Refunds refunds,
            Endpoints endpoints) {
        this.invoices = invoices;
        this.reports = new PaymentInvoiceReports(services, payments, events, refunds, endpoints);
    }

    /**
     * How it stands.
     *
     * @throws Problem PAYMENT_UNKNOWN if this merchant has no such payment invoice
     */
    public PaymentInvoiceReport find(MerchantId merchant, PaymentInvoiceId id) {
        return invoices.find(merchant, id)
                .map(reports::of)
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "id"));
    }
}
