package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Refuses requests for tokens from where too many credentials were wrong, and of clients that ask too often. A client is
 * counted apart for each address, so that nobody can use up the turns of another.
 */
public final class TokenLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Bodies bodies;
    private final transient Throttle clients;
    private final transient FailedCredentials failures;

    public TokenLimitFilter(Doors doors, Bodies bodies, Throttle clients, FailedCredentials failures) {
        this.doors = doors;
        this.bodies = bodies;
        this.clients = clients;
        this.failures = failures;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            doors.refuse(request, response, Refusal.METHOD_NOT_ALLOWED);
            return;
        }
        var blocked = failures.wait(request);
        if (blocked.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, blocked.get());
            return;
        }
        FormRequest form;
        try {
            form = new FormRequest(request, bodies.read(request));
        } catch (Bodies.Refused e) {
            doors.refuse(request, response, e.refusal());
            return;
        }
        letIn(form, response, chain);
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var wait = clients.take(client(request) + " " + Origins.of(request));
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == Refusal.UNAUTHENTICATED.status()) {
            failures.note(request);
        }
    }

    /** Who says to be asking. */
    private static String client(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return decoded(header.substring(6).strip()).split(":", 2)[0];
        }
        return String.valueOf(request.getParameter("client_id"));
    }

    private static String decoded(String credential) {
        try {
            return new String(Base64.getDecoder().decode(credential), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
