package io.caravan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Leads from Hawtio's first page into it. An address may hold a name and a password. In a page of such an address browsers
 * refuse the requests that Hawtio makes, and Hawtio then shows a login of its own; where a redirect leads they are gone,
 * and the browser sends them all the same.
 */
public final class HawtioEntryFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ENTRY = "/actuator/hawtio/";
    private static final String INSIDE = ENTRY + "camel";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (path.equals(ENTRY)) {
            response.sendRedirect(request.getContextPath() + INSIDE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
