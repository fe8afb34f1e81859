package io.caravan.usecase.payment;

import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Receipt;

/** Tells how an operation for an invoice stands. */
public class ShowPayment {

    private final Merchants merchants;
    private final Invoices invoices;
    private final Payments payments;

    public ShowPayment(Merchants merchants, Invoices invoices, Payments payments) {
        this.merchants = merchants;
        this.invoices = invoices;
        this.payments = payments;
    }

    public Receipt show(OperationId id) {
        var operation = payments.operation(id).orElseThrow();
        var payment = payments.find(operation.payment()).orElseThrow();
        var merchant = merchants.find(payment.merchant()).orElseThrow();
        var invoice = payment.invoice()
                .flatMap(asked -> invoices.find(merchant.id(), asked))
                .orElseThrow();
        var issuer = merchants.issuer(merchant.id(), invoice.draft().issuer()).orElseThrow();
        return new Receipt(merchant, issuer, invoice, payment, operation);
    }
}
