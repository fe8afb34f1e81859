package io.caravan.usecase.consent;

import io.caravan.core.consent.ConsentAnswer;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Takes a payer's yes or no to a consent. */
public class AnswerConsent {

    private final Payers payers;
    private final Consents consents;
    private final Events events;
    private final Clock clock;

    public AnswerConsent(Payers payers, Consents consents, Events events, Clock clock) {
        this.payers = payers;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants or denies the consent; the same answer again changes nothing.
     *
     * @throws Problem CONSENT_UNKNOWN, also if somebody else was asked; PAYER_UNAVAILABLE; CONSENT_NOT_ASKED before the
     *     invoice has been paid or scheduled; CONSENT_ANSWERED after another answer
     */
    public void answer(ConsentAnswer answer) {
        var payer = payers.find(answer.payer()).orElseThrow(Forbidden::new);
        var consent = consents.lock(answer.consent())
                .filter(known -> known.asked().isEmpty() || known.isAskedOf(payer.id()))
                .orElseThrow(() -> Problem.of(ProblemCode.CONSENT_UNKNOWN, answer.consent()));
        if (payer.blocked()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
        var now = clock.instant();
        var answered = answer.granted() ? consent.grant(now) : consent.deny();
        if (answered.state() != consent.state()) {
            consents.update(answered);
            var type = answer.granted() ? EventType.CONSENT_GRANTED : EventType.CONSENT_DENIED;
            events.record(Event.of(answered, type, now, Map.of()));
        }
    }
}
