package io.caravan.core.paymentinvoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.History;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import java.time.Instant;
import java.util.Map;

/** Writes down that a payer can pay. The merchant hears of it, also if it has heard of the payment before. */
public final class KnownRequisites {

    private final PaymentInvoices invoices;
    private final Events events;
    private final History history;

    public KnownRequisites(PaymentInvoices invoices, Payments payments, Events events) {
        this.invoices = invoices;
        this.events = events;
        this.history = new History(payments, events);
    }

    /** @param payment locked */
    public void write(PaymentInvoice shown, Payment payment, Instant now) {
        invoices.update(shown);
        if (events.of(payment.id().value()).isEmpty()) {
            events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        } else {
            history.write(payment.noted(), EventType.PAYMENT_CREATED, now, Map.of());
        }
    }
}
