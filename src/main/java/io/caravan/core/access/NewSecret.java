package io.caravan.core.access;

import java.util.Objects;

/** A secret that was made just now. It is shown once. */
public record NewSecret(SecretKind kind, String owner, String secret) {

    public NewSecret {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind.text() + " " + owner;
    }
}
