package io.caravan.usecase.page;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.page.Page;
import io.caravan.core.page.Pages;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Finds the page behind an invoice's link, for whoever knows the invoice's id. */
public class FindPage {

    private final Invoices invoices;
    private final Pages pages;

    public FindPage(Invoices invoices, Pages pages) {
        this.invoices = invoices;
        this.pages = pages;
    }

    /**
     * Finds the page.
     *
     * @throws Problem INVOICE_UNKNOWN if there is no such invoice, it has no page, or its link leads nowhere any more
     */
    public Page find(InvoiceId id) {
        return invoices.find(id)
                .filter(Invoice::opensItsPage)
                .flatMap(invoice -> pages.of(id))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, id));
    }
}
