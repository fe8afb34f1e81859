package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.Optional;

/** Shows a merchant one of its invoices. */
public class FindInvoice {

    private final Invoices invoices;
    private final Merchants merchants;
    private final Events events;

    public FindInvoice(Invoices invoices, Merchants merchants, Events events) {
        this.invoices = invoices;
        this.merchants = merchants;
        this.events = events;
    }

    /**
     * Finds the invoice with everything that is told of it.
     *
     * @throws Problem INVOICE_UNKNOWN if there is none, or only its status is still told
     */
    public InvoiceDetails find(OwnInvoice own) {
        var invoice = invoices.find(own.merchant().id(), own.id())
                .filter(found -> own.isAbout(found) && !found.tellsOnlyItsStatus())
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, own.id()));
        var issuer = merchants
                .issuer(invoice.merchant(), invoice.draft().issuer())
                .orElseGet(() -> Issuer.unknown(invoice.draft().issuer(), invoice.merchant()));
        return new InvoiceDetails(invoice, issuer, own.merchant(), payment(invoice));
    }

    private Optional<String> payment(Invoice invoice) {
        if (invoice.status() != InvoiceStatus.PAID) {
            return Optional.empty();
        }
        return events.of(invoice.id().value()).stream()
                .filter(event -> event.type() == EventType.INVOICE_PAID)
                .flatMap(event -> Optional.ofNullable(event.details().get(Event.Detail.PAYMENT)).stream())
                .findFirst();
    }
}
