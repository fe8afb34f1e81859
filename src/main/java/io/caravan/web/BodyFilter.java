package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Reads bodies before a route does, and refuses those that are too large or too slow, however their length is told, and
 * those that the path's dialect does not read. The fields of a form stay in the body: they never become parameters, of
 * which Camel would make message headers.
 */
public final class BodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Bodies callers;
    private final transient Bodies strangers;

    /** Reads the bodies of those who have proved who they are apart from those of all others. */
    public BodyFilter(Doors doors, Bodies callers, Bodies strangers) {
        this.doors = doors;
        this.callers = callers;
        this.strangers = strangers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Bodies.isThere(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (!doors.read(request)) {
            doors.refuse(request, response, Refusal.MEDIA_TYPE);
            return;
        }
        byte[] body;
        try {
            body = (isStranger(request) ? strangers : callers).read(request);
        } catch (Bodies.Refused e) {
            doors.refuse(request, response, e.refusal());
            return;
        }
        chain.doFilter(new WholeRequest(request, body), response);
    }

    private static boolean isStranger(HttpServletRequest request) {
        return request.getUserPrincipal() == null && !CrowdFilter.isOutside(request);
    }
}
