package io.caravan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that goes another way than its address says. */
final class KnownPath extends HttpServletRequestWrapper {

    private static final String ASKED = "caravan.asked-path";

    private final String path;

    /** The request, on this path. */
    KnownPath(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
        request.setAttribute(ASKED, request.getRequestURI());
    }

    /** The path by which the request came. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ASKED) instanceof String asked ? asked : request.getRequestURI();
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        var asked = ((HttpServletRequest) getRequest()).getRequestURI();
        return url.replace(url.length() - asked.length(), url.length(), path);
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getPathInfo() {
        return getRequest() instanceof HttpServletRequest inner && inner.getPathInfo() == null ? null : path;
    }
}
