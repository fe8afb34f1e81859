package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many requests in at once, and tells the others at once to come again: under too much load those that are
 * let in are still answered in time, and the others cost next to nothing.
 */
public final class CrowdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Semaphore places;

    public CrowdFilter(Doors doors, int places) {
        this.doors = doors;
        this.places = new Semaphore(places);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOutside(request)) {
            chain.doFilter(request, response);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            doors.refuse(request, response, Refusal.BUSY);
        }
    }

    /** Whether this is for a mock endpoint. They have threads of their own, and are told to be slow. */
    static boolean isOutside(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/mock/");
    }
}
