package io.caravan.web;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.CorrelationId;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Refuses requests in the form of the dialect whose path they are on; on no dialect's path, without a body. */
public final class Doors {

    /** After what time whoever found the service busy may try again. */
    private static final Duration BUSY_FOR = Duration.ofSeconds(1);

    private final List<Door> doors;

    public Doors(List<Door> doors) {
        this.doors = List.copyOf(doors);
    }

    /** The door of the dialect that the request is for. */
    Optional<Door> of(HttpServletRequest request) {
        var path = path(request);
        return doors.stream().filter(door -> door.covers(path)).findFirst();
    }

    /** Whether the body of this request is of a media type that is read there. */
    boolean read(HttpServletRequest request) {
        var type = request.getContentType();
        return of(request)
                .map(door -> type != null && door.reads(path(request), type))
                .orElse(true);
    }

    /** Writes the refusal; once a part of another answer is on its way, there is nothing left to say. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var answer = answer(request, refusal);
        write(refusal == Refusal.BUSY ? laterBy(BUSY_FOR, answer) : answer, response);
    }

    /** The same, and says when to come again. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal, Duration wait)
            throws IOException {
        write(laterBy(wait, answer(request, refusal)), response);
    }

    /** The same, for a reason that the caller may know. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal, String why)
            throws IOException {
        var correlationId = String.valueOf(request.getAttribute(CorrelationId.ATTRIBUTE));
        write(
                of(request)
                        .map(door -> door.refuse(refusal, why, correlationId))
                        .orElseGet(() -> Answer.empty(refusal.status())),
                response);
    }

    private Answer answer(HttpServletRequest request, Refusal refusal) {
        var correlationId = String.valueOf(request.getAttribute(CorrelationId.ATTRIBUTE));
        return of(request)
                .map(door -> door.refuse(refusal, correlationId))
                .orElseGet(() -> Answer.empty(refusal.status()));
    }

    /** In whole seconds, and never too early. */
    private static Answer laterBy(Duration wait, Answer answer) {
        return answer.with("Retry-After", String.valueOf(wait.toSeconds() + 1));
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType().isEmpty() ? null : answer.mediaType());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
        response.flushBuffer();
    }

    /** The path that was asked for, also once the server has turned to its error page; empty if it cannot be read. */
    private static String path(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        return path == null ? "" : path.toLowerCase(Locale.ROOT);
    }
}
