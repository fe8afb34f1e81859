package io.caravan.core.callback;

import java.time.Instant;
import java.util.Objects;

/**
 * A merchant's new callback secret.
 *
 * @param previousValidUntil how long the one before it signs as well
 */
public record RotatedSecret(CallbackSecret secret, Instant previousValidUntil) {

    public RotatedSecret {
        Objects.requireNonNull(secret);
        Objects.requireNonNull(previousValidUntil);
    }
}
