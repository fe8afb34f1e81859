package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.util.Map;

/** Lets a payer say no to an invoice. */
public class RejectInvoice {

    private final Payers payers;
    private final Invoices invoices;
    private final Schedules schedules;
    private final Events events;
    private final Clock clock;

    public RejectInvoice(Payers payers, Invoices invoices, Schedules schedules, Events events, Clock clock) {
        this.payers = payers;
        this.invoices = invoices;
        this.schedules = schedules;
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
        if (isAcceptedByAnother(invoice, payer)) {
            throw Problem.of(ProblemCode.INVOICE_NOT_ACCEPTED, id);
        }
        var rejected = invoice.reject();
        invoices.update(rejected);
        events.record(Event.of(rejected, EventType.INVOICE_REJECTED, clock.instant(), Map.of()));
        return rejected;
    }

    private boolean isAcceptedByAnother(Invoice invoice, Payer payer) {
        return invoice.status() == InvoiceStatus.ACCEPTED
                && schedules
                        .find(invoice.id())
                        .filter(schedule -> !schedule.payer().equals(payer.id()))
                        .isPresent();
    }
}
