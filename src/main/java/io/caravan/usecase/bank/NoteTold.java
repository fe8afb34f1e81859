package io.caravan.usecase.bank;

import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.PaymentInvoices;

/** Notes that the bank knows of a confirmation. */
public class NoteTold {

    private final PaymentInvoices invoices;

    public NoteTold(PaymentInvoices invoices) {
        this.invoices = invoices;
    }

    public void note(BankQuestion told) {
        invoices.told(told.invoice().payment());
    }
}
