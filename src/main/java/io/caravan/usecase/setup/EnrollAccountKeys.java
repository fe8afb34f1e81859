package io.caravan.usecase.setup;

import io.caravan.core.access.AccountKeys;

/** Writes the private keys of a commerce account down, which is known already. The same again is as good as once. */
public class EnrollAccountKeys {

    private final AccountKeys keys;

    public EnrollAccountKeys(AccountKeys keys) {
        this.keys = keys;
    }

    /** The one that signs callbacks about payments in test mode, and the one for all others. */
    public void enroll(String account, String testKey, String liveKey) {
        keys.put(account, testKey, liveKey);
    }
}
