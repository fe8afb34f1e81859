package io.caravan.core.profile;

import io.caravan.core.payer.Payer;
import io.caravan.core.payment.PaymentId;
import java.util.Objects;
import java.util.Set;

/**
 * A profile as one merchant may see it now.
 *
 * @param scopes the parts that may be seen
 * @param payment the one with which something was shared last
 */
public record SharedProfile(ProfileSub sub, Payer payer, Profile profile, Set<ProfileScope> scopes, PaymentId payment) {

    public SharedProfile {
        Objects.requireNonNull(sub);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(profile);
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(payment);
    }
}
