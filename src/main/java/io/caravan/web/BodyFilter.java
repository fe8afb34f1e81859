package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses bodies that are too large, however their length is told, and those that the path's dialect does not read. */
public final class BodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final int limit;

    /** Lets bodies of up to this many bytes pass. */
    public BodyFilter(Doors doors, int limit) {
        this.doors = doors;
        this.limit = limit;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var length = request.getContentLengthLong();
        var chunked = length < 0 && request.getHeader("Transfer-Encoding") != null;
        if (length > limit) {
            doors.refuse(request, response, Refusal.TOO_LARGE);
        } else if ((chunked || length > 0) && !isRead(request)) {
            doors.refuse(request, response, Refusal.MEDIA_TYPE);
        } else if (chunked) {
            forwardWhole(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isRead(HttpServletRequest request) {
        return doors.of(request)
                .map(door -> request.getContentType() != null && door.reads(request.getContentType()))
                .orElse(true);
    }

    private void forwardWhole(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            doors.refuse(request, response, Refusal.TOO_LARGE);
        } else {
            chain.doFilter(new WholeRequest(request, body), response);
        }
    }
}
