package io.caravan.web;

import io.caravan.core.access.Caller;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Knows the caller by Basic authentication: a commerce account and its API key. */
public final class AccountCallers implements AuthenticationManager {

    private final BiFunction<String, String, Optional<Caller>> callers;

    /** Finds callers by account and key. */
    public AccountCallers(BiFunction<String, String, Optional<Caller>> callers) {
        this.callers = callers;
    }

    @Override
    public Authentication authenticate(Authentication basic) {
        return Names.possible(basic.getName())
                .flatMap(name -> callers.apply(name, String.valueOf(basic.getCredentials())))
                .map(CallerAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("No such account, or another key"));
    }
}
