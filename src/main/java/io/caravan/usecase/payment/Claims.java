package io.caravan.usecase.payment;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Payment;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** How the claim of a payment on its invoice begins and ends. The invoice is locked. */
final class Claims {

    private final Merchants merchants;
    private final Invoices invoices;
    private final Events events;
    private final ScheduledAttempts attempts;
    private final ConsentQuestions questions;

    Claims(
            Merchants merchants,
            Invoices invoices,
            Events events,
            ScheduledAttempts attempts,
            ConsentQuestions questions) {
        this.merchants = merchants;
        this.invoices = invoices;
        this.events = events;
        this.attempts = attempts;
        this.questions = questions;
    }

    void claim(Invoice invoice, Payment payment) {
        invoices.update(invoice.claim(payment.id()));
    }

    /** The invoice is paid by the payment that claims it. */
    void pay(Invoice invoice, Payment payment, Instant now) {
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
        payment.payer().ifPresent(payer -> questions.paid(paid, payer, now));
    }

    /** The payment that claims the invoice has come to nothing, which its payer has been told: it is as before. */
    void drop(Invoice invoice, Payment payment) {
        invoices.update(invoice.release(payment.id()));
    }

    /** The payment that claims the invoice has come to nothing: it is free for another attempt. */
    void release(Invoice invoice, Payment payment, String reason, Instant now) {
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
