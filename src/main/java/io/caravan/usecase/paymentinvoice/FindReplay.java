package io.caravan.usecase.paymentinvoice;

import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoices;
import java.util.Optional;

/** Finds the payment invoice that the very same request has created before. */
public class FindReplay {

    private final PaymentInvoices invoices;

    public FindReplay(PaymentInvoices invoices) {
        this.invoices = invoices;
    }

    public Optional<PaymentInvoice> find(PaymentInvoiceDraft draft) {
        return draft.reference()
                .flatMap(reference -> invoices.find(draft.merchant(), draft.account(), reference))
                .filter(known -> known.requestHash().equals(draft.hash()));
    }
}
