package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a posting.
 *
 * @param status the HTTP status, if there was an answer
 * @param error what went wrong other than by the status
 * @param answer the beginning of the answer's body
 * @param retryAfter how long the merchant asks us to wait
 */
public record Attempt(
        Posting posting,
        Instant at,
        Duration duration,
        Optional<Integer> status,
        Optional<String> error,
        String answer,
        Optional<Duration> retryAfter) {

    /** How much of an answer is read and kept, in bytes. */
    public static final int ANSWER_LIMIT = 4096;

    private static final int ERROR_LIMIT = 255;

    public Attempt {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(at);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(status);
        error = error.map(text -> text.substring(0, Math.min(text.length(), ERROR_LIMIT)));
        Objects.requireNonNull(answer);
        Objects.requireNonNull(retryAfter);
    }

    public static Attempt failed(Posting posting, Instant at, Duration duration, String error) {
        return new Attempt(posting, at, duration, Optional.empty(), Optional.of(error), "", Optional.empty());
    }

    /** The merchant has the delivery. */
    public boolean succeeded() {
        return error.isEmpty() && status.filter(posting.dialect()::isTaken).isPresent();
    }

    /** The same without what the merchant said. */
    public Attempt withoutAnswer() {
        return new Attempt(posting, at, duration, status, error, "", retryAfter);
    }
}
