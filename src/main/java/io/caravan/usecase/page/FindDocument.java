package io.caravan.usecase.page;

import io.caravan.core.invoice.DocumentRequest;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.Optional;

/** Shows an invoice to its payer, to be read or printed. */
public class FindDocument {

    private final Merchants merchants;
    private final Payers payers;
    private final Invoices invoices;

    public FindDocument(Merchants merchants, Payers payers, Invoices invoices) {
        this.merchants = merchants;
        this.payers = payers;
        this.invoices = invoices;
    }

    /**
     * What the document says.
     *
     * @throws Problem INVOICE_UNKNOWN if there is none for this payer, or if it was a link that expired untouched
     */
    public InvoiceDetails find(DocumentRequest request) {
        var payer = request.payer().map(id -> payers.find(id).orElseThrow(Forbidden::new));
        var invoice = invoices.find(request.invoice())
                .filter(asked -> payer.map(asked::isFor).orElse(true))
                .filter(FindDocument::isShown)
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, request.invoice()));
        var merchant = merchants.find(invoice.merchant()).orElseThrow();
        var issuer = merchants.issuer(merchant.id(), invoice.draft().issuer()).orElseThrow();
        return new InvoiceDetails(invoice, issuer, merchant, Optional.empty());
    }

    private static boolean isShown(Invoice invoice) {
        return invoice.status() != InvoiceStatus.RECEIVED && !invoice.tellsOnlyItsStatus();
    }
}
