package io.caravan.core.profile;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** A payer's permission to look at parts of the profile, given with the approval of a payment. */
public record ProfileConsent(PayerId payer, PaymentId payment, Set<ProfileScope> scopes, Instant at) {

    public ProfileConsent {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(payment);
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(at);
    }

    /** Whether it still holds at this time. */
    public boolean holds(Instant now) {
        return now.isBefore(at.plus(ProfileConsents.WINDOW));
    }
}
