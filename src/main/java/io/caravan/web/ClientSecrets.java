package io.caravan.web;

import io.caravan.core.access.SecretHash;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares clients' secrets with their stored hashes, of which there are several while a secret is being replaced. */
public final class ClientSecrets implements PasswordEncoder {

    /** Between hashes. */
    static final String BETWEEN = " ";

    @Override
    public String encode(CharSequence secret) {
        return SecretHash.of(secret.toString());
    }

    @Override
    public boolean matches(CharSequence secret, String hashes) {
        return SecretHash.matchesOne(secret.toString(), List.of(hashes.split(BETWEEN)));
    }
}
