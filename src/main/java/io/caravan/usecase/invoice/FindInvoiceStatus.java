package io.caravan.usecase.invoice;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Tells a merchant where one of its invoices stands, also when nothing else is told of it any more. */
public class FindInvoiceStatus {

    private final Invoices invoices;

    public FindInvoiceStatus(Invoices invoices) {
        this.invoices = invoices;
    }

    /**
     * Finds the invoice.
     *
     * @throws Problem INVOICE_UNKNOWN if the merchant has no such invoice
     */
    public Invoice find(OwnInvoice own) {
        return invoices.find(own.merchant().id(), own.id())
                .filter(own::isAbout)
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, own.id()));
    }
}
