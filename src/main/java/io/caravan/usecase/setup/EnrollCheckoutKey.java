package io.caravan.usecase.setup;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.CheckoutKeys;

/** Writes the public key of a commerce account down, which is known already. The same again is as good as once. */
public class EnrollCheckoutKey {

    private final CheckoutKeys keys;

    public EnrollCheckoutKey(CheckoutKeys keys) {
        this.keys = keys;
    }

    public void enroll(CheckoutKey key) {
        keys.put(key);
    }
}
