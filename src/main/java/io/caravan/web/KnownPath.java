package io.caravan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** A request that goes another way than its address says. */
final class KnownPath extends HttpServletRequestWrapper {

    private static final String ASKED = "caravan.asked-path";

    private final String path;
    private final String decoded;

    /** The request, on this path, which is percent-encoded. */
    KnownPath(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
        this.decoded = UriUtils.decode(path, StandardCharsets.UTF_8);
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
        return isUnderServlet() ? super.getServletPath() : decoded;
    }

    @Override
    public String getPathInfo() {
        return isUnderServlet() ? decoded : null;
    }

    /** Whether the servlet takes all that is below a path. */
    private boolean isUnderServlet() {
        return super.getPathInfo() != null;
    }
}
