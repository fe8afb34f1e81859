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

/** Tells callers without a good account and key so, and slows down those who try many. */
public final class BasicEntryPoint implements AuthenticationEntryPoint {

    private final Doors doors;
    private final FailedCredentials failures;

    public BasicEntryPoint(Doors doors, FailedCredentials failures) {
        this.doors = doors;
        this.failures = failures;
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
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Caravan\"");
        doors.refuse(request, response, Refusal.UNAUTHENTICATED);
    }
}
