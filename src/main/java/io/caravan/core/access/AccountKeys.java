package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.Optional;

/** The private keys of commerce accounts, which prove to merchants that a callback comes from us. */
public interface AccountKeys {

    /**
     * The key of the account that has asked for this payment invoice; for anything else, that of the merchant's first one.
     *
     * @param paymentInvoice its id
     */
    Optional<String> find(MerchantId merchant, String paymentInvoice, boolean testMode);

    /** From now on these are the account's. */
    void put(String account, String testKey, String liveKey);
}
