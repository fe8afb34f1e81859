package io.caravan.usecase.consent;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentQuestions;
import io.caravan.core.consent.ConsentRequest;
import io.caravan.core.consent.Consents;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Has the payer of a link asked whether its issuer may send invoices directly. */
public class RequestConsent {

    private final Invoices invoices;
    private final Consents consents;
    private final Schedules schedules;
    private final ConsentQuestions questions;
    private final Events events;
    private final KeptAnswers answers;
    private final Clock clock;

    public RequestConsent(
            Invoices invoices,
            Consents consents,
            Schedules schedules,
            ConsentQuestions questions,
            Events events,
            KeptAnswers answers,
            Clock clock) {
        this.invoices = invoices;
        this.consents = consents;
        this.schedules = schedules;
        this.questions = questions;
        this.events = events;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Requests the consent, or tells of the one that was requested with this invoice before.
     *
     * @throws Problem INVOICE_UNKNOWN, INVOICE_ALREADY_PAID, or CONSENT_NOT_POSSIBLE
     */
    public Answer request(ConsentRequest request) {
        var own = request.invoice();
        var merchant = own.merchant().id();
        var invoice = invoices.lock(merchant, own.id())
                .filter(own::isAbout)
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, own.id()));
        var now = clock.instant();
        var known = consents.lock(invoice.id());
        var consent = known.orElseGet(() -> Consent.request(invoice, now));
        var answer = request.answer().apply(consent);
        var earlier = request.key().flatMap(key -> answers.keep(merchant, key, answer));
        if (earlier.isEmpty() && known.isEmpty()) {
            add(consent, invoice, now);
        }
        return earlier.orElse(answer);
    }

    /** A payer who has chosen a day already is asked at once. */
    private void add(Consent consent, Invoice invoice, Instant now) {
        if (invoice.status() == InvoiceStatus.PAID) {
            throw Problem.of(ProblemCode.INVOICE_ALREADY_PAID, invoice.id());
        }
        if (invoice.draft().delivery() != Delivery.LINK || invoice.status().isFinal()) {
            throw Problem.of(ProblemCode.CONSENT_NOT_POSSIBLE, invoice.id());
        }
        consents.add(consent);
        events.record(Event.of(consent, EventType.CONSENT_REQUESTED, now, Map.of()));
        schedules.find(invoice.id()).ifPresent(schedule -> questions.scheduled(invoice, schedule.payer(), now));
    }
}
