package io.caravan.usecase.bank;

import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Services;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Takes confirmations of which the bank has yet to be told. One that it does not hear of is taken again a minute later. */
public class TakeConfirmations {

    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final PaymentInvoices invoices;
    private final Services services;
    private final Payments payments;
    private final Clock realTime;

    public TakeConfirmations(PaymentInvoices invoices, Services services, Payments payments, Clock realTime) {
        this.invoices = invoices;
        this.services = services;
        this.payments = payments;
        this.realTime = realTime;
    }

    public List<BankQuestion> take() {
        return invoices.takeUntold(realTime.instant(), LEASE, AT_ONCE).stream()
                .map(invoice -> new BankQuestion(
                        invoice,
                        invoice.service().flatMap(services::find).orElseThrow(),
                        payments.find(invoice.payment()).orElseThrow()))
                .toList();
    }
}
