package io.caravan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refuses what has two fields of one name: nobody could tell which of them is meant. */
public final class RepeatedFieldsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final byte[] WHY = "A field has come twice. Nothing was done.".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getParameterMap().values().stream().allMatch(values -> values.length == 1)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(WHY);
        }
    }
}
