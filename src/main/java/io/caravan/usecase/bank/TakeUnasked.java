package io.caravan.usecase.bank;

import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Services;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Takes open payment invoices about which the bank has not been asked for a while: its report may have been lost. */
public class TakeUnasked {

    private static final int AT_ONCE = 50;

    private final PaymentInvoices invoices;
    private final Services services;
    private final Payments payments;
    private final Duration wait;
    private final Clock realTime;

    /** @param wait between two questions about the same one */
    public TakeUnasked(PaymentInvoices invoices, Services services, Payments payments, Duration wait, Clock realTime) {
        this.invoices = invoices;
        this.services = services;
        this.payments = payments;
        this.wait = wait;
        this.realTime = realTime;
    }

    public List<BankQuestion> take() {
        return invoices.takeUnasked(realTime.instant(), wait, AT_ONCE).stream()
                .map(invoice -> new BankQuestion(
                        invoice,
                        invoice.service().flatMap(services::find).orElseThrow(),
                        payments.find(invoice.payment()).orElseThrow()))
                .toList();
    }
}
