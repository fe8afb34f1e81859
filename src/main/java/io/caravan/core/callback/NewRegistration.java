package io.caravan.core.callback;

import java.util.Objects;

/** A registration and its secret, which is told once. */
public record NewRegistration(Registration registration, RegistrationSecret secret) {

    public NewRegistration {
        Objects.requireNonNull(registration);
        Objects.requireNonNull(secret);
    }
}
