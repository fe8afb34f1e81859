package io.caravan.core.setup;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** A commerce account; the keys that it does not say are made when it is new. Its checkouts have public keys. */
public record AccountTerms(
        String id,
        MerchantId merchant,
        Optional<String> key,
        Optional<String> testKey,
        Optional<String> liveKey,
        List<CheckoutKey> checkouts) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
