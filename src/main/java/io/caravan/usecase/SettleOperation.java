package io.caravan.usecase;

import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes down what became of an operation, and what follows for its payment and its invoice. The same outcome again
 * changes nothing; another one raises an alarm and changes nothing.
 */
public class SettleOperation {

    private final Invoices invoices;
    private final Payments payments;
    private final ChargeOutcome charges;
    private final Questions questions;
    private final Clock clock;

    public SettleOperation(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            ScheduledAttempts attempts,
            Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.questions = new Questions(payments, alarms, events);
        this.charges = new ChargeOutcome(merchants, invoices, payments, events, questions, attempts);
        this.clock = clock;
    }

    /**
     * Settles the operation.
     *
     * @param attempt the fence of the attempt that brings the outcome; for a definite outcome any number will do
     * @return the operation as it stands now, whoever settled it
     */
    public Operation settle(OperationId id, long attempt, Outcome outcome) {
        var owner = payments.operation(id)
                .flatMap(seen -> payments.find(seen.payment()))
                .orElseThrow();
        var invoice = owner.invoice().flatMap(invoices::lock);
        var payment = payments.lock(owner.id()).orElseThrow();
        var operation = payments.lock(id).orElseThrow();
        var now = clock.instant();

        var settled = operation.settle(outcome, attempt);
        var noted = question(operation, outcome, now)
                .map(alarm -> questions.raise(payment, alarm))
                .orElse(payment);
        if (!settled.equals(operation)) {
            payments.update(settled);
            follow(settled, noted, invoice, now);
        }
        return settled;
    }

    private static Optional<Alarm> question(Operation operation, Outcome outcome, Instant now) {
        if (operation.isContradictedBy(outcome)) {
            var written = new Outcome(operation.state(), operation.providerReference(), operation.reason(), false);
            return Optional.of(new Alarm(
                    operation.payment(),
                    operation.id(),
                    Alarm.Kind.CONTRADICTION,
                    "written " + written + ", now said " + outcome,
                    now));
        }
        return Optional.of(outcome)
                .filter(Outcome::doubtful)
                .map(said -> new Alarm(
                        operation.payment(),
                        operation.id(),
                        Alarm.Kind.DOUBT,
                        said.reason().orElse(""),
                        now));
    }

    private void follow(Operation settled, Payment payment, Optional<Invoice> invoice, Instant now) {
        if (settled.kind() != OperationKind.CHARGE) {
            throw new IllegalStateException("only charges are given to providers: " + settled.id());
        }
        switch (settled.state()) {
            case DONE -> charges.done(settled, payment, invoice, now);
            case REFUSED -> charges.refused(settled, payment, invoice, now);
            case UNKNOWN, REQUESTED, SENT -> {}
        }
    }
}
