package io.caravan.usecase.bank;

import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Services;
import java.util.Optional;

/** Finds out whether the bank has to be asked where the payer can pay to. */
public class FindBankQuestion {

    private final Services services;
    private final PaymentInvoices invoices;
    private final Payments payments;

    public FindBankQuestion(Services services, PaymentInvoices invoices, Payments payments) {
        this.services = services;
        this.invoices = invoices;
        this.payments = payments;
    }

    /** What to ask; empty if that is known, or made here, or of no use any more. */
    public Optional<BankQuestion> find(PaymentInvoice invoice) {
        return invoices.find(invoice.payment())
                .filter(known -> known.requisites().isEmpty())
                .flatMap(known -> known.service()
                        .flatMap(services::find)
                        .map(service -> new BankQuestion(
                                known, service, payments.find(known.payment()).orElseThrow())))
                .filter(question -> question.service().asksProvider()
                        && !question.payment().status().isFinal());
    }
}
