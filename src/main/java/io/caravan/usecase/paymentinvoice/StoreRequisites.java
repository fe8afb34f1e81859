package io.caravan.usecase.paymentinvoice;

import io.caravan.core.event.Events;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentinvoice.KnownRequisites;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Requisites;
import java.time.Clock;

/** Writes down what a bank says the payer has to know. What it said first stays. */
public class StoreRequisites {

    private final PaymentInvoices invoices;
    private final Payments payments;
    private final KnownRequisites known;
    private final Clock clock;

    public StoreRequisites(PaymentInvoices invoices, Payments payments, Events events, Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.known = new KnownRequisites(invoices, payments, events);
        this.clock = clock;
    }

    public void store(PaymentInvoice asked, Requisites said) {
        var payment = payments.lock(asked.payment()).orElseThrow();
        var invoice = invoices.find(asked.payment()).orElseThrow();
        if (invoice.requisites().isEmpty() && payment.status() == PaymentStatus.CREATED) {
            known.write(invoice.shown(said), payment, clock.instant());
        }
    }
}
