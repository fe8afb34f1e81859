package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * Refuses providers' passwords, good or not, from where too many were wrong. Calls without one pass, so that a provider
 * that signs is let in from everywhere.
 */
public final class PasswordLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PATHS = "/api/callback/";
    private static final String SCHEME = "Basic ";

    private final transient Doors doors;
    private final transient FailedCredentials failures;

    public PasswordLimitFilter(Doors doors, FailedCredentials failures) {
        this.doors = doors;
        this.failures = failures;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isMeant(request)) {
            chain.doFilter(request, response);
            return;
        }
        var blocked = failures.wait(request);
        if (blocked.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, blocked.get());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == Refusal.UNAUTHENTICATED.status()) {
            failures.note(request);
        }
    }

    private static boolean isMeant(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        var header = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return path.regionMatches(true, 0, PATHS, 0, PATHS.length())
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }
}
