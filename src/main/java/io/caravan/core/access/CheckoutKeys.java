package io.caravan.core.access;

import java.util.Optional;

/** All public keys of commerce accounts. An account without one has no checkout. */
public interface CheckoutKeys {

    Optional<CheckoutKey> find(String publicKey);

    /** Writes the key of an account down, new or changed. */
    void put(CheckoutKey key);
}
