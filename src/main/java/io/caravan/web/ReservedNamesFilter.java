package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses requests with a header or query parameter whose name Camel or a route would take for its own: both become
 * message headers. Names of control characters, and of letters that do not exist, are refused too.
 */
public final class ReservedNamesFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;

    public ReservedNamesFilter(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var headers = Collections.list(request.getHeaderNames()).stream();
        if (Stream.concat(headers, parameters(request)).anyMatch(ReservedNamesFilter::isReserved)) {
            doors.refuse(request, response, Refusal.MALFORMED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Read from the query itself: asking the request for its parameters would read a form's body. */
    private static Stream<String> parameters(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .map(parameter -> parameter.split("=", 2)[0])
                .flatMap(name -> Stream.of(name, decoded(name)));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static boolean isReserved(String name) {
        return name.regionMatches(true, 0, "camel", 0, 5)
                || name.regionMatches(true, 0, "caravan", 0, 7)
                || name.codePoints().anyMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
    }
}
