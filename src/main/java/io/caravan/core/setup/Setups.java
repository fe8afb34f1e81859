package io.caravan.core.setup;

import io.caravan.core.merchant.MerchantId;
import java.util.Optional;

/** What has been set up. */
public interface Setups {

    /** Waits until nobody else sets anything up, and keeps others waiting until the transaction ends. */
    void takeTurn();

    /** To whom it belongs, whoever that is. */
    Optional<MerchantId> ownerOf(Owned kind, String id);

    /** Whether the key of this hash opens another sales unit, or would. */
    boolean opensAnother(String msn, String keyHash);

    /** From now on the merchant may call, or not. */
    void enable(MerchantId merchant, boolean enabled);

    /** From now on the client may call, or not. */
    void enable(String client, boolean enabled);
}
