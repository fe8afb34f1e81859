package io.caravan.core.access;

import java.time.Instant;
import java.util.Objects;

/** A secret that has been replaced and is good for a while beside the new one; the secret itself is not told. */
public record OldSecret(Instant replacedAt, Instant goodUntil) {

    public OldSecret {
        Objects.requireNonNull(replacedAt);
        Objects.requireNonNull(goodUntil);
    }
}
