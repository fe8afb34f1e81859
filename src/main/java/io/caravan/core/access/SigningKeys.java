package io.caravan.core.access;

import java.util.List;

/** The keys that sign tokens. */
public interface SigningKeys {

    /** All keys that are not retired, the newest first. */
    List<SigningKey> valid();

    /** Adds the key, unless another instance has added one of the same generation: then that one stays. */
    void add(SigningKey key);
}
