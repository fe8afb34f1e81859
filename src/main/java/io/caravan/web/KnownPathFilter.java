package io.caravan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Leads addresses that stand for another one there: {@code /mobile-invoice} before an address of that API, the type
 * before pre-transactions that some of its clients write, and the short codes of links.
 */
public final class KnownPathFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern PREFIXED = Pattern.compile(
            "(?i)/mobile-invoice(/(api/(?!v1(/|$)|callback(/|$)|payment-invoices(/|$))|pre-transactions/).*)");

    private static final Pattern TYPED =
            Pattern.compile("(?i)(/mobile-invoice)?/(?!api/)[a-z][a-z0-9_]{0,31}/pre-transactions");

    /** Nothing else is one part of twelve such characters. */
    private static final Pattern SHORT = Pattern.compile("(?:(?i)/mobile-invoice(?-i))?(/[2-9A-HJ-NP-Z]{12})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var known = known(request);
        chain.doFilter(known.isPresent() ? new KnownPath(request, known.get()) : request, response);
    }

    private static Optional<String> known(HttpServletRequest request) {
        var path = request.getRequestURI();
        var prefixed = PREFIXED.matcher(path);
        if (prefixed.matches()) {
            return Optional.of(prefixed.group(1));
        }
        if (request.getMethod().equals("POST") && TYPED.matcher(path).matches()) {
            return Optional.of("/api/pre-transactions");
        }
        var link = SHORT.matcher(path);
        return link.matches() ? Optional.of("/s" + link.group(1)) : Optional.empty();
    }
}
