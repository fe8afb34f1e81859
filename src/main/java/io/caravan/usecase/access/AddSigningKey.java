package io.caravan.usecase.access;

import io.caravan.core.access.SigningKey;
import io.caravan.core.access.SigningKeys;
import java.time.Clock;

/** Offers a key to sign tokens with; of several instances that offer one of a generation, the first wins. */
public class AddSigningKey {

    private final SigningKeys keys;
    private final Clock realTime;

    public AddSigningKey(SigningKeys keys, Clock realTime) {
        this.keys = keys;
        this.realTime = realTime;
    }

    public void add(int generation, byte[] pkcs8) {
        keys.add(new SigningKey(generation, pkcs8, realTime.instant()));
    }
}
