package io.caravan.usecase.payment;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payments;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Clock;

/**
 * Writes down what became of an operation, and what follows for its payment and its invoice. The same outcome again
 * changes nothing; another one raises an alarm and changes nothing.
 */
public class SettleOperation {

    private final Settlement settlement;

    public SettleOperation(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            LateMoney late,
            ScheduledAttempts attempts,
            ConsentQuestions questions,
            Clock clock) {
        this.settlement =
                new Settlement(merchants, invoices, payments, events, alarms, late, attempts, questions, clock);
    }

    /**
     * Settles the operation.
     *
     * @param attempt the fence of the attempt that brings the outcome; for a definite outcome any number will do
     * @return the operation as it stands now, whoever settled it
     */
    public Operation settle(OperationId id, long attempt, Outcome outcome) {
        return settlement.settle(id, attempt, outcome);
    }
}
