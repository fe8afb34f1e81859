package io.caravan.camel;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.camel.http.common.CamelServlet;

/**
 * Names the methods that a path has when Camel refuses another one, as it does itself when asked by OPTIONS. Stands
 * directly before the servlet, so that both see the same path.
 */
public final class AllowedMethodsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient CamelServlet servlet;

    public AllowedMethodsFilter(CamelServlet servlet) {
        this.servlet = servlet;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status) throws IOException {
                if (status == SC_METHOD_NOT_ALLOWED) {
                    setHeader("Allow", allowed(request));
                }
                super.sendError(status);
            }
        });
    }

    private String allowed(HttpServletRequest request) {
        var routes = servlet.getServletResolveConsumerStrategy();
        return CamelServlet.METHODS.stream()
                .filter(method -> routes.isHttpMethodAllowed(request, method, servlet.getConsumers()))
                .collect(joining(", "));
    }
}
