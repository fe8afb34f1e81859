package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.Payment;
import java.util.Objects;

/** What a bank is told or asked of one payment. */
public record BankQuestion(PaymentInvoice invoice, Service service, Payment payment) {

    public BankQuestion {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(service);
        Objects.requireNonNull(payment);
    }
}
