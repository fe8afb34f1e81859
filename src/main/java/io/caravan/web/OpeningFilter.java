package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Tells whoever comes before the routes run, or once they stop, to come again. The server listens for some seconds before
 * they do, and would else say that there is nothing here.
 */
public final class OpeningFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient BooleanSupplier open;

    public OpeningFilter(Doors doors, BooleanSupplier open) {
        this.doors = doors;
        this.open = open;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (open.getAsBoolean()) {
            chain.doFilter(request, response);
        } else {
            doors.refuse(request, response, Refusal.BUSY);
        }
    }
}
