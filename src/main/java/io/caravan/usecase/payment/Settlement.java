package io.caravan.usecase.payment;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.History;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How outcomes are written down, whoever brings them, inside of a transaction. */
final class Settlement {

    private final Invoices invoices;
    private final Payments payments;
    private final Questions questions;
    private final Consequence authorize;
    private final Consequence charge;
    private final Consequence capture;
    private final Consequence refund;
    private final Consequence cancel;
    private final Clock clock;

    Settlement(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            LateMoney late,
            ScheduledAttempts attempts,
            ConsentQuestions consents,
            Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.clock = clock;
        var history = new History(payments, events);
        var claims = new Claims(merchants, invoices, events, attempts, consents);
        var instructions = new Instructions(payments);
        var taken = new TakenMoney(history, claims, instructions, late);
        questions = new Questions(history, alarms);
        authorize = new AuthorizeOutcome(history, claims, instructions);
        charge = new ChargeOutcome(history, claims, taken);
        capture = new CaptureOutcome(claims, instructions, taken, questions);
        refund = new RefundOutcome(history, late, questions);
        cancel = new CancelOutcome(history, questions);
    }

    /** The operation as it stands afterwards. */
    Operation settle(OperationId id, long attempt, Outcome outcome) {
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
            follow(new Settled(settled, noted, invoice, now));
        }
        return settled;
    }

    private static Optional<Alarm> question(Operation operation, Outcome outcome, Instant now) {
        if (operation.isContradictedBy(outcome)) {
            return Optional.of(Alarm.of(
                    operation,
                    Alarm.Kind.CONTRADICTION,
                    "written " + operation.words() + ", now said " + outcome,
                    now));
        }
        return Optional.of(outcome)
                .filter(Outcome::doubtful)
                .map(said -> Alarm.of(operation, Alarm.Kind.DOUBT, said.reason().orElse(""), now));
    }

    private void follow(Settled settled) {
        switch (settled.operation().state()) {
            case DONE -> of(settled.operation().kind()).done(settled);
            case REFUSED -> of(settled.operation().kind()).refused(settled);
            case REQUESTED, SENT, WAITING, UNKNOWN -> {}
        }
    }

    private Consequence of(OperationKind kind) {
        return switch (kind) {
            case AUTHORIZE -> authorize;
            case CHARGE -> charge;
            case CAPTURE -> capture;
            case REFUND -> refund;
            case CANCEL -> cancel;
        };
    }
}
