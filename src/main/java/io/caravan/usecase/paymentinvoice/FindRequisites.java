package io.caravan.usecase.paymentinvoice;

import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import io.caravan.core.paymentinvoice.Requisites;
import java.util.Optional;

/** Looks up what the payer of a payment invoice has to know. Whoever knows its id may know this too. */
public class FindRequisites {

    private final PaymentInvoices invoices;

    public FindRequisites(PaymentInvoices invoices) {
        this.invoices = invoices;
    }

    /** Empty if there is no such payment invoice, or nothing is known yet. */
    public Optional<Requisites> find(String id) {
        return PaymentInvoiceId.parse(id).flatMap(invoices::find).flatMap(PaymentInvoice::requisites);
    }
}
