package io.caravan.usecase.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.Payments;
import java.util.Optional;

/** Finds the payment by phone bill that is under way for an invoice, for whoever comes back to its page. */
public class FindBilling {

    private final Invoices invoices;
    private final Payments payments;

    public FindBilling(Invoices invoices, Payments payments) {
        this.invoices = invoices;
        this.payments = payments;
    }

    /** The charge that holds the invoice; empty if none does. */
    public Optional<OperationId> find(InvoiceId invoice) {
        return invoices.find(invoice)
                .flatMap(asked -> asked.claim())
                .flatMap(payments::find)
                .filter(payment -> payment.method() == PaymentMethod.PHONE_BILL)
                .flatMap(payment -> payments.operations(payment.id()).stream()
                        .filter(operation -> operation.kind() == OperationKind.CHARGE)
                        .map(Operation::id)
                        .findFirst());
    }
}
