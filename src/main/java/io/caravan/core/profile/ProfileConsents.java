package io.caravan.core.profile;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What payers have agreed to share with merchants, each by a payment that they approved. */
public interface ProfileConsents {

    /** How long a merchant may look at what was shared, from the consent on, in business time. */
    Duration WINDOW = Duration.ofHours(168);

    /**
     * Writes down that the payer shares these parts with the merchant, once the payment is approved. The same payment again
     * changes nothing, unless another payer approves it: then that one counts.
     *
     * @return the merchant's name for the payer
     */
    ProfileSub record(MerchantId merchant, PayerId payer, PaymentId payment, Set<ProfileScope> scopes, Instant at);

    /** The merchant's name for whoever shared something by this payment. */
    Optional<ProfileSub> sub(MerchantId merchant, PaymentId payment);

    /** What the payer whom the merchant calls so has agreed to, the latest first; empty if the merchant has no such name. */
    List<ProfileConsent> of(MerchantId merchant, ProfileSub sub);
}
