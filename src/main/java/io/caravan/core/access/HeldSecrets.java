package io.caravan.core.access;

import java.util.List;
import java.util.Objects;

/**
 * What somebody has, without the secrets.
 *
 * @param old what is good beside the newest one
 */
public record HeldSecrets(SecretKind kind, String owner, List<OldSecret> old) {

    public HeldSecrets {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(owner);
        old = List.copyOf(old);
    }
}
