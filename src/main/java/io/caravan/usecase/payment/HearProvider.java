package io.caravan.usecase.payment;

import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Alarms;
import io.caravan.core.payment.LateMoney;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Testimonies;
import io.caravan.core.payment.Testimony;
import io.caravan.core.schedule.ScheduledAttempts;
import java.time.Clock;

/**
 * Takes a provider's word of its own accord for the outcome of an operation: before the answer, after it, in its place,
 * twice. What it says of something that does not exist raises an alarm.
 */
public class HearProvider {

    /** No attempt of ours: silence is not what it brings. */
    private static final long NO_ATTEMPT = -1;

    private static final int WORDS_LENGTH = 400;

    private final Testimonies testimonies;
    private final Payments payments;
    private final Alarms alarms;
    private final Settlement settlement;
    private final Clock businessTime;
    private final Clock realTime;

    /** @param realTime for how long testimonies are remembered */
    public HearProvider(
            Merchants merchants,
            Invoices invoices,
            Payments payments,
            Events events,
            Alarms alarms,
            LateMoney late,
            ScheduledAttempts attempts,
            ConsentQuestions questions,
            Testimonies testimonies,
            Clock businessTime,
            Clock realTime) {
        this.testimonies = testimonies;
        this.payments = payments;
        this.alarms = alarms;
        this.settlement =
                new Settlement(merchants, invoices, payments, events, alarms, late, attempts, questions, businessTime);
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Hears it, once: a repetition does nothing. */
    public void hear(Testimony testimony) {
        if (!testimonies.hear(testimony, realTime.instant())) {
            return;
        }
        var operation = testimony
                .about()
                .flatMap(payments::operation)
                .filter(named -> named.provider() == testimony.provider());
        if (operation.isEmpty()) {
            alarms.raise(Alarm.ofNothing(
                    Alarm.Kind.DOUBT, "spoke of nothing known: " + cut(testimony.words()), businessTime.instant()));
            return;
        }
        var said = testimony.outcome(payments.instruction(operation.get()));
        settlement.settle(operation.get().id(), NO_ATTEMPT, said);
    }

    private static String cut(String words) {
        return words.length() > WORDS_LENGTH ? words.substring(0, WORDS_LENGTH) : words;
    }
}
