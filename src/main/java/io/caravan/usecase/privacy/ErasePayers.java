package io.caravan.usecase.privacy;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.Consents;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.Erased;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Erasures;
import io.caravan.core.privacy.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Works off wishes to be forgotten, some rows at a time. What is open is left and looked at again, until nothing is. Then
 * the payer's consents end, of which their merchants hear, and the account goes; first comes to its end what was begun
 * with it after the wish.
 */
public class ErasePayers {

    private static final int BATCH = 500;

    private final Erasures erasures;
    private final PersonalData data;
    private final Payers payers;
    private final Consents consents;
    private final Events events;
    private final Clock businessTime;
    private final Clock realTime;

    public ErasePayers(
            Erasures erasures,
            PersonalData data,
            Payers payers,
            Consents consents,
            Events events,
            Clock businessTime,
            Clock realTime) {
        this.erasures = erasures;
        this.data = data;
        this.payers = payers;
        this.consents = consents;
        this.events = events;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Erases a batch of the payer of this erasure, unless it is done. */
    public void erase(UUID erasure) {
        var now = realTime.instant();
        erasures.hold(erasure)
                .ifPresent(held -> erasures.update(step(held.begun().freed(now), now)));
    }

    private Erasure step(Erasure erasure, Instant now) {
        var phone = erasure.phone().orElseThrow();
        var payer = payers.find(phone).map(Payer::id);
        var lead = data.follow(erasure.step(), phone, payer, BATCH);
        var done = data.eraseInvoices(lead.invoices(), erasure.askedAt())
                .plus(data.erasePayments(lead.payments(), erasure.askedAt()));
        var next = erasure.after(done, lead.next().orElse(erasure.step()));
        if (lead.next().isPresent()) {
            return next;
        }
        return erasure.step().isLast()
                ? finish(next, phone, payer, now)
                : next.after(Erased.NOTHING, erasure.step().next());
    }

    private Erasure finish(Erasure looked, Phone phone, Optional<PayerId> payer, Instant now) {
        if (!looked.isComplete(now) || payer.filter(data::isInUse).isPresent()) {
            return looked.again(now);
        }
        var granted = payer.map(id -> consents.of(id, BATCH)).orElse(List.of());
        granted.forEach(this::end);
        if (!granted.isEmpty()) {
            return looked;
        }
        data.eraseAccount(phone, payer, looked.askedAt());
        return looked.done(now);
    }

    private void end(Consent consent) {
        events.record(new Event(
                EventId.next(),
                consent.id().value(),
                consent.number() + 1,
                EventType.CONSENT_DELETED,
                consent.merchant(),
                consent.dialect(),
                businessTime.instant(),
                Map.of()));
        consents.delete(consent);
    }
}
