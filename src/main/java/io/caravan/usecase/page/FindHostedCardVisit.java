package io.caravan.usecase.page;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import java.util.Optional;

/** Finds the acquirer's page from which somebody comes back to the page of a payment invoice. */
public class FindHostedCardVisit {

    private final PaymentInvoices invoices;
    private final Payments payments;

    public FindHostedCardVisit(PaymentInvoices invoices, Payments payments) {
        this.invoices = invoices;
        this.payments = payments;
    }

    /** Empty if there is nothing to ask about any more. */
    public Optional<OperationId> find(PaymentInvoiceId id) {
        return invoices.find(id)
                .flatMap(invoice -> CardAttempts.of(invoice.payment(), payments).away())
                .map(Operation::id);
    }
}
