package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import io.caravan.core.partner.HmacCredential;
import io.caravan.core.partner.HmacRequest;
import io.caravan.core.partner.HmacVerdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Knows the caller by the signature over its request, which is read for that; requests with another credential pass.
 * What the caller has signed as its URL is the one that the request came by, or that by which the world knows us.
 */
public final class HmacFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Bodies bodies;
    private final transient FailedCredentials failures;
    private final transient Function<HmacRequest, HmacVerdict> callers;
    private final String publicUrl;

    /** @param publicUrl scheme, host and port by which the world reaches this service, without a slash at the end */
    public HmacFilter(
            Doors doors,
            Bodies bodies,
            FailedCredentials failures,
            Function<HmacRequest, HmacVerdict> callers,
            String publicUrl) {
        this.doors = doors;
        this.bodies = bodies;
        this.failures = failures;
        this.callers = callers;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(String::strip)
                .filter(HmacCredential::isIn);
        if (header.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body;
        try {
            body = bodies.read(request);
        } catch (Bodies.Refused e) {
            doors.refuse(request, response, e.refusal());
            return;
        }
        var verdict = verdict(request, header.get(), body);
        if (verdict.caller().isEmpty()) {
            refuse(request, response, verdict.refusal());
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(
                new CallerAuthentication(verdict.caller().get())));
        chain.doFilter(body.length == 0 ? request : new WholeRequest(request, body), response);
    }

    private HmacVerdict verdict(HttpServletRequest request, String header, byte[] body) {
        return HmacCredential.parse(header)
                .map(credential -> callers.apply(new HmacRequest(credential, request.getMethod(), urls(request), body)))
                .orElse(HmacVerdict.INVALID);
    }

    private List<String> urls(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var path = KnownPath.of(request) + query;
        var host = Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse("");
        return List.of(request.getScheme() + "://" + host + path, publicUrl + path);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        var wait = failures.note(request);
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Hmac, Bearer");
        doors.refuse(request, response, Refusal.UNAUTHENTICATED, why);
    }
}
