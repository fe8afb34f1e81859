package io.caravan.web;

import io.caravan.core.access.SecretHash;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares clients' secrets with their stored hashes. */
public final class ClientSecrets implements PasswordEncoder {

    @Override
    public String encode(CharSequence secret) {
        return SecretHash.of(secret.toString());
    }

    @Override
    public boolean matches(CharSequence secret, String hash) {
        return SecretHash.matches(secret.toString(), hash);
    }
}
