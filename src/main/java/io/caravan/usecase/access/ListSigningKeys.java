package io.caravan.usecase.access;

import io.caravan.core.access.SigningKey;
import io.caravan.core.access.SigningKeys;
import java.util.List;

/** Reads the keys that sign tokens, the newest first. */
public class ListSigningKeys {

    private final SigningKeys keys;

    public ListSigningKeys(SigningKeys keys) {
        this.keys = keys;
    }

    public List<SigningKey> list() {
        return keys.valid();
    }
}
