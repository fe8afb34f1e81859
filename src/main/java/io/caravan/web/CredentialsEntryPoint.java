package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells callers without good credentials so, and slows down those who try many. Who has good ones is always let in.
 */
public final class CredentialsEntryPoint implements AuthenticationEntryPoint {

    private final Doors doors;
    private final FailedCredentials failures;
    private final String challenge;

    private CredentialsEntryPoint(Doors doors, FailedCredentials failures, String challenge) {
        this.doors = doors;
        this.failures = failures;
        this.challenge = challenge;
    }

    /** Asks for a token. */
    public static CredentialsEntryPoint bearer(Doors doors, FailedCredentials failures) {
        return new CredentialsEntryPoint(doors, failures, "Bearer");
    }

    /** Asks for an account and its key. */
    public static CredentialsEntryPoint basic(Doors doors, FailedCredentials failures) {
        return new CredentialsEntryPoint(doors, failures, "Basic realm=\"Caravan\"");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var wait = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? Optional.<Duration>empty()
                : failures.note(request);
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        doors.refuse(request, response, Refusal.UNAUTHENTICATED);
    }
}
