package io.caravan.web;

import io.caravan.core.access.SecretHash;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/** An operator. Of which password it was is known after a session has forgotten the password's hash. */
final class OperatorAccount extends User {

    private static final long serialVersionUID = 1L;

    private final String digest;

    OperatorAccount(UserDetails user) {
        super(user.getUsername(), user.getPassword(), user.getAuthorities());
        digest = SecretHash.of(user.getPassword());
    }

    /** Whether no password was replaced between the one and the other. */
    boolean hasPasswordOf(OperatorAccount other) {
        return digest.equals(other.digest);
    }
}
