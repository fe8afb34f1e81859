package io.caravan.core.consent;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What it means for a consent that a payer acts on the link that it was requested with. The invoice is locked by the
 * running transaction.
 */
public final class ConsentQuestions {

    private final Consents consents;
    private final Payers payers;
    private final Events events;

    public ConsentQuestions(Consents consents, Payers payers, Events events) {
        this.consents = consents;
        this.payers = payers;
        this.events = events;
    }

    /** The payer chose a day: the question is put, unless this payer has granted to the issuer before. */
    public void scheduled(Invoice invoice, PayerId by, Instant now) {
        if (invoice.draft().delivery() == Delivery.LINK) {
            pending(invoice).ifPresent(consent -> payers.find(by)
                    .filter(payer -> !consents.isGranted(consent.issuer(), payer.id()))
                    .ifPresent(payer -> ask(consent, payer, now)));
        }
    }

    /** The payer has paid: the question is put, or is answered already if this payer has granted to the issuer before. */
    public void paid(Invoice invoice, PayerId by, Instant now) {
        if (invoice.draft().delivery() == Delivery.LINK) {
            pending(invoice).ifPresent(consent -> payers.find(by).ifPresent(payer -> {
                if (consents.isGranted(consent.issuer(), payer.id())) {
                    write(consent.grantFor(payer, now), EventType.CONSENT_GRANTED, now);
                } else {
                    ask(consent, payer, now);
                }
            }));
        }
    }

    private Optional<Consent> pending(Invoice invoice) {
        return consents.lock(invoice.id()).filter(consent -> !consent.state().isFinal());
    }

    private void ask(Consent consent, Payer payer, Instant now) {
        if (!consent.isAskedOf(payer.id())) {
            write(consent.ask(payer), EventType.CONSENT_ASKED, now);
        }
    }

    private void write(Consent changed, EventType type, Instant now) {
        consents.update(changed);
        events.record(Event.of(changed, type, now, Map.of()));
    }
}
