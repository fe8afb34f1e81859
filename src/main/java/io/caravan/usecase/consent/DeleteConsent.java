package io.caravan.usecase.consent;

import io.caravan.core.consent.Consents;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Wipes a consent, so that it can be tried again. Only the sandbox has it. */
public class DeleteConsent {

    private final Consents consents;
    private final Events events;
    private final Clock clock;

    public DeleteConsent(Consents consents, Events events, Clock clock) {
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Removes the consent, whatever was said to it.
     *
     * @throws Problem CONSENT_UNKNOWN
     */
    public void delete(OwnConsent own) {
        var consent = consents.lock(own.merchant().id(), own.id())
                .orElseThrow(() -> Problem.of(ProblemCode.CONSENT_UNKNOWN, own.id()));
        events.record(new Event(
                EventId.next(),
                consent.id().value(),
                consent.number() + 1,
                EventType.CONSENT_DELETED,
                consent.merchant(),
                consent.dialect(),
                clock.instant(),
                Map.of()));
        consents.delete(consent);
    }
}
