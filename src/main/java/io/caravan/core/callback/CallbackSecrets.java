package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;

/** The secrets that sign the merchants' callbacks. */
public interface CallbackSecrets {

    /** The merchant's own; locked until the transaction ends. */
    CallbackSecret hold(MerchantId merchant);

    /** How many of the merchant's old secrets sign at this time, besides its own. */
    int signing(MerchantId merchant, Instant realNow);

    /** From now on this one is the merchant's. The one before it, which is held, goes on signing until then. */
    void replace(MerchantId merchant, CallbackSecret secret, Instant now, Instant signsUntil);

    /** Forgets those of all merchants that sign no more. */
    void forget(Instant realNow);
}
