package io.caravan.usecase.invoice;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Begins to pay an invoice whose chosen day has come: it is claimed, and its charge is sent after the commit. */
public class PayScheduled {

    private final Payers payers;
    private final Invoices invoices;
    private final Payments payments;
    private final Schedules schedules;
    private final Events events;
    private final Clock clock;

    public PayScheduled(
            Payers payers, Invoices invoices, Payments payments, Schedules schedules, Events events, Clock clock) {
        this.payers = payers;
        this.invoices = invoices;
        this.payments = payments;
        this.schedules = schedules;
        this.events = events;
        this.clock = clock;
    }

    /** The charge. Empty if nobody can be charged, or somebody else was faster: another instance, payer or merchant. */
    public Optional<OperationId> begin(InvoiceId id) {
        var now = clock.instant();
        var invoice = invoices.lock(id)
                .filter(asked -> asked.status() == InvoiceStatus.ACCEPTED)
                .filter(asked -> asked.claim().isEmpty());
        return invoice.flatMap(asked -> schedules
                .find(id)
                .filter(schedule -> schedule.isDue(now))
                .flatMap(schedule -> begin(asked, schedule, now)));
    }

    private Optional<OperationId> begin(Invoice invoice, Schedule schedule, Instant now) {
        var payer = payers.find(schedule.payer()).filter(known -> !known.blocked());
        if (payer.isEmpty()) {
            giveUp(invoice, schedule, "payer_unavailable", now);
        }
        return payer.flatMap(known -> begin(invoice, schedule.tried(), known, now));
    }

    private Optional<OperationId> begin(Invoice invoice, Schedule tried, Payer payer, Instant now) {
        var payment = Payment.byStoredCard(invoice, payer, now);
        if (!schedules.begin(tried, payment.id())) {
            giveUp(invoice, tried, "already_attempted", now);
            return Optional.empty();
        }
        schedules.put(tried);
        var charge = payment.charge();
        invoices.update(invoice.claim(payment.id()));
        payments.add(payment, charge, Duration.ZERO);
        events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        return Optional.of(charge.id());
    }

    /** Nobody can be charged: the invoice stays open as after a refusal, and the merchant is told. */
    private void giveUp(Invoice invoice, Schedule schedule, String why, Instant now) {
        var accepted = invoice.accept(schedule.date());
        schedules.put(schedule.end());
        invoices.update(accepted);
        events.record(Event.of(
                accepted,
                EventType.INVOICE_ACCEPTED,
                now,
                Map.of(Detail.PAYMENT_DATE, schedule.date().toString(), Detail.REASON, why)));
    }
}
