package io.caravan.usecase;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What follows from a charge that was done or refused, for a payment and an invoice that are locked. */
final class ChargeOutcome {

    private final Merchants merchants;
    private final Invoices invoices;
    private final Payments payments;
    private final Events events;
    private final Questions questions;
    private final ScheduledAttempts attempts;

    ChargeOutcome(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Questions questions,
            ScheduledAttempts attempts) {
        this.merchants = merchants;
        this.invoices = invoices;
        this.payments = payments;
        this.events = events;
        this.questions = questions;
        this.attempts = attempts;
    }

    /** The money was taken: it pays the invoice, or else is kept in sight to be given back. */
    void done(Operation charge, Payment payment, Optional<Invoice> invoice, Instant now) {
        var charged = payment.charged();
        payments.update(charged);
        events.record(Event.of(
                charged,
                EventType.PAYMENT_CAPTURED,
                now,
                Map.of(Detail.AMOUNT, Long.toString(charge.amount().minor()))));
        invoice.ifPresent(asked -> {
            if (asked.canBePaidBy(payment.id())) {
                pay(asked, payment, now);
            } else {
                questions.raise(
                        charged,
                        new Alarm(
                                payment.id(),
                                charge.id(),
                                Alarm.Kind.LATE_MONEY,
                                charge.amount() + " for invoice " + asked.id() + ", which is " + asked.status(),
                                now));
            }
        });
    }

    /** No money was taken: the invoice is free for another attempt. */
    void refused(Operation charge, Payment payment, Optional<Invoice> invoice, Instant now) {
        var failed = payment.fail();
        var reason = charge.reason().orElse("");
        payments.update(failed);
        events.record(Event.of(failed, EventType.PAYMENT_FAILED, now, Map.of(Detail.REASON, reason)));
        invoice.filter(asked -> asked.canBePaidBy(payment.id()))
                .ifPresent(asked -> release(asked, payment, reason, now));
    }

    private void pay(Invoice invoice, Payment payment, Instant now) {
        var today = today(invoice, now);
        var paid = invoice.pay(payment.id(), today);
        invoices.update(paid);
        events.record(Event.of(
                paid,
                EventType.INVOICE_PAID,
                now,
                Map.of(
                        Detail.PAYMENT_DATE,
                        today.toString(),
                        Detail.PAYMENT,
                        payment.id().toString())));
    }

    private void release(Invoice invoice, Payment payment, String reason, Instant now) {
        var zone = zone(invoice);
        if (attempts.tryAgain(invoice, payment, zone, now)) {
            invoices.update(invoice.release(payment.id()));
            return;
        }
        var today = LocalDate.ofInstant(now, zone);
        var released = invoice.failToPay(payment.id(), today);
        invoices.update(released);
        if (released.number() > invoice.number()) {
            var event = Event.of(
                    released,
                    EventType.INVOICE_ACCEPTED,
                    now,
                    Map.of(
                            Detail.PAYMENT_DATE, today.toString(),
                            Detail.REASON, reason,
                            Detail.PAYMENT, payment.id().toString()));
            events.record(event);
            attempts.tellPayer(released, payment, event);
        }
    }

    private LocalDate today(Invoice invoice, Instant now) {
        return LocalDate.ofInstant(now, zone(invoice));
    }

    private ZoneId zone(Invoice invoice) {
        return merchants.find(invoice.merchant()).orElseThrow().zone();
    }
}
