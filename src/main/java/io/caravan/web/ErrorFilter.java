package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Words every error in the form of the path's dialect, whoever reports it: a servlet, the server, or an exception. */
public final class ErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorFilter.class);

    private final transient Doors doors;

    public ErrorFilter(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            doors.refuse(request, response, Refusal.of(status));
            return;
        }
        try {
            chain.doFilter(request, new Worded(request, response));
        } catch (ClientAbortException e) {
            LOG.debug("The caller went away", e);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            var busy = causeOf(e, Busy.class);
            if (busy.isPresent()) {
                doors.refuse(request, response, Refusal.BUSY, busy.get().retryAfter());
                return;
            }
            if (isRejected(e)) {
                doors.refuse(request, response, Refusal.MALFORMED);
                return;
            }
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            doors.refuse(request, response, Refusal.BROKEN);
        }
    }

    /** Whether it is about a request with names or values that no honest caller sends, such as control characters. */
    private static boolean isRejected(Throwable e) {
        return causeOf(e, RequestRejectedException.class).isPresent();
    }

    private static <T extends Throwable> Optional<T> causeOf(Throwable e, Class<T> type) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** A response whose errors are the dialect's. */
    private final class Worded extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Worded(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            doors.refuse(request, response, Refusal.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
