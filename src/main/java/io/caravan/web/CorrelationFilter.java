package io.caravan.web;

import io.caravan.core.dialect.CorrelationId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Names each request: the caller's {@code CorrelationId}, or a new one, for the logs and for error answers. */
public final class CorrelationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** As it appears in the logs. */
    static final String MDC_KEY = "correlationId";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var id = request.getAttribute(CorrelationId.ATTRIBUTE) instanceof String known
                ? known
                : CorrelationId.of(request.getHeader("CorrelationId"));
        request.setAttribute(CorrelationId.ATTRIBUTE, id);
        MDC.put(MDC_KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }
}
