package io.caravan.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at no password from where too many were wrong, by whichever way they come. */
public final class GuardedPasswords implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.operators");

    private final AuthenticationProvider passwords;
    private final Throttle wrong;

    public GuardedPasswords(AuthenticationProvider passwords, Throttle wrong) {
        this.passwords = passwords;
        this.wrong = wrong;
    }

    /** @throws LockedException if there is nothing to do but wait */
    @Override
    public Authentication authenticate(Authentication given) {
        var origin = given.getDetails() instanceof WebAuthenticationDetails details
                ? Origins.of(details.getRemoteAddress())
                : "unknown";
        if (wrong.look(origin).isPresent()) {
            throw new LockedException("Too many wrong passwords");
        }
        try {
            return passwords.authenticate(given);
        } catch (BadCredentialsException e) {
            LOG.warn("A wrong name or password of an operator from {}", origin);
            wrong.take(origin);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
