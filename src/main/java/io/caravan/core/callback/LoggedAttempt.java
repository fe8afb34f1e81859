package io.caravan.core.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt as its merchant sees it.
 *
 * @param status the HTTP status, if there was an answer
 * @param error what went wrong other than by the status
 * @param answer the beginning of the answer's body, until it is thrown away
 */
public record LoggedAttempt(
        Instant at, Duration duration, Optional<Integer> status, Optional<String> error, Optional<String> answer) {}
