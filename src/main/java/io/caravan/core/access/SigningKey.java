package io.caravan.core.access;

import java.time.Instant;
import java.util.Objects;

/**
 * A private key that signs tokens, shared by all instances.
 *
 * @param generation counts the keys from 1
 * @param pkcs8 the RSA private key in PKCS #8 form
 */
public record SigningKey(int generation, byte[] pkcs8, Instant createdAt) {

    public SigningKey {
        Objects.requireNonNull(createdAt);
        pkcs8 = pkcs8.clone();
    }

    @Override
    public byte[] pkcs8() {
        return pkcs8.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey key && generation == key.generation;
    }

    @Override
    public int hashCode() {
        return generation;
    }

    /** Without the key itself. */
    @Override
    public String toString() {
        return "signing key " + generation;
    }
}
