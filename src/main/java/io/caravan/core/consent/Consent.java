package io.caravan.core.consent;

import static io.caravan.core.consent.ConsentState.DENIED;
import static io.caravan.core.consent.ConsentState.GRANTED;
import static io.caravan.core.consent.ConsentState.PENDING;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A payer's permission to be invoiced directly by one issuer, as requested with a link. Immutable: each change answers
 * the consent as it is then.
 *
 * @param asked who may answer: the payer who paid the link, or chose a day for it
 * @param number counts the events of this consent: the number of the last one, 0 for the request
 */
public record Consent(
        ConsentId id,
        MerchantId merchant,
        IssuerId issuer,
        InvoiceId invoice,
        Dialect dialect,
        Optional<Asked> asked,
        ConsentState state,
        int number,
        Instant createdAt,
        Optional<Instant> grantedAt) {

    /** A payer, with the phone number that the merchant learns if it is granted. */
    public record Asked(PayerId payer, Phone phone) {

        public Asked {
            Objects.requireNonNull(payer);
            Objects.requireNonNull(phone);
        }

        static Asked of(Payer payer) {
            return new Asked(payer.id(), payer.phone());
        }
    }

    public Consent {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(asked);
        Objects.requireNonNull(state);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(grantedAt);
        if (state != PENDING && asked.isEmpty() || grantedAt.isPresent() != (state == GRANTED)) {
            throw new IllegalArgumentException("answered by nobody, or granted without a time: " + id);
        }
    }

    /** A new request with this link. */
    public static Consent request(Invoice link, Instant now) {
        return new Consent(
                ConsentId.random(),
                link.merchant(),
                link.draft().issuer(),
                link.id(),
                link.draft().dialect(),
                Optional.empty(),
                PENDING,
                0,
                now,
                Optional.empty());
    }

    public boolean isAskedOf(PayerId payer) {
        return asked.filter(one -> one.payer().equals(payer)).isPresent();
    }

    /** Put to this payer, who alone can answer from now on. */
    public Consent ask(Payer payer) {
        return next(Optional.of(Asked.of(payer)), PENDING, grantedAt);
    }

    /** Granted without a question: this payer has granted another one to the issuer. */
    public Consent grantFor(Payer payer, Instant now) {
        return next(Optional.of(Asked.of(payer)), GRANTED, Optional.of(now));
    }

    /**
     * The payer who was asked says yes.
     *
     * @throws Problem CONSENT_NOT_ASKED, or CONSENT_ANSWERED if it was denied
     */
    public Consent grant(Instant now) {
        return answer(GRANTED, Optional.of(now));
    }

    /**
     * The payer who was asked says no.
     *
     * @throws Problem CONSENT_NOT_ASKED, or CONSENT_ANSWERED if it was granted
     */
    public Consent deny() {
        return answer(DENIED, Optional.empty());
    }

    /** What the merchant learns: the number of the payer who said yes, and of nobody else. */
    public Optional<Phone> phone() {
        return asked.filter(one -> state == GRANTED).map(Asked::phone);
    }

    /** The same answer again changes nothing. */
    private Consent answer(ConsentState target, Optional<Instant> granted) {
        if (asked.isEmpty()) {
            throw Problem.of(ProblemCode.CONSENT_NOT_ASKED, id);
        }
        if (state == target) {
            return this;
        }
        if (state.isFinal()) {
            throw Problem.of(ProblemCode.CONSENT_ANSWERED, id);
        }
        return next(asked, target, granted);
    }

    private Consent next(Optional<Asked> payer, ConsentState target, Optional<Instant> granted) {
        if (state.isFinal()) {
            throw new IllegalStateException(state + " cannot become " + target + ": " + id);
        }
        return new Consent(id, merchant, issuer, invoice, dialect, payer, target, number + 1, createdAt, granted);
    }
}
