package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Takes an invoice back that has not been paid. */
public class CancelInvoice {

    private final Invoices invoices;
    private final Events events;
    private final Clock clock;

    public CancelInvoice(Invoices invoices, Events events, Clock clock) {
        this.invoices = invoices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels the invoice.
     *
     * @throws Problem INVOICE_UNKNOWN, INVOICE_ALREADY_PAID, INVOICE_CLOSED or PAYMENT_IN_PROGRESS; then nothing changes
     */
    public void cancel(OwnInvoice own) {
        var canceled = invoices.lock(own.merchant().id(), own.id())
                .filter(own::isAbout)
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, own.id()))
                .cancel();
        invoices.update(canceled);
        events.record(new Event(
                EventId.next(),
                canceled.id().value(),
                canceled.number(),
                EventType.INVOICE_CANCELED,
                canceled.merchant(),
                canceled.draft().dialect(),
                clock.instant(),
                Map.of()));
    }
}
