package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Lets a payer say no to an invoice. */
public class RejectInvoice {

    private final Payers payers;
    private final Invoices invoices;
    private final Events events;
    private final Clock clock;

    public RejectInvoice(Payers payers, Invoices invoices, Events events, Clock clock) {
        this.payers = payers;
        this.invoices = invoices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Rejects the invoice.
     *
     * @throws Problem INVOICE_UNKNOWN for anybody else's invoice, PAYER_UNAVAILABLE, or why it cannot be rejected now
     */
    public Invoice reject(Rejection rejection) {
        var id = rejection.invoice();
        var payer = payers.find(rejection.payer()).orElseThrow(Forbidden::new);
        var invoice = invoices.lock(id)
                .filter(asked -> asked.isFor(payer))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, id));
        if (payer.blocked()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
        var rejected = invoice.reject();
        invoices.update(rejected);
        events.record(Event.of(rejected, EventType.INVOICE_REJECTED, clock.instant(), Map.of()));
        return rejected;
    }
}
