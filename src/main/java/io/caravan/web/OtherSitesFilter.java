package io.caravan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other web sites from acting through an operator's browser, which sends the operator's password along with any
 * request to us. Browsers name the site that a request comes from; programs such as curl do not, and are let through.
 *
 * <p>Reading is let through as well, but for Jolokia: there a mere address can act, so only addresses that read may be
 * opened.
 */
public final class OtherSitesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Pattern JOLOKIA = Pattern.compile(".*/jolokia(/.*)?");
    private static final Pattern JOLOKIA_READS = Pattern.compile(".*/jolokia/?((read|list|search|version)(/.*)?)?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod()) ? onlyReads(request) : comesFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** By the path as the server understood it: an address can be written in many ways. */
    private static boolean onlyReads(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !JOLOKIA.matcher(path).matches()
                || JOLOKIA_READS.matcher(path).matches() && request.getParameter("p") == null;
    }

    private static boolean comesFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site == null || OWN.contains(site)) && (origin == null || isOurs(origin, request.getHeader("Host")));
    }

    private static boolean isOurs(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
