package io.caravan.core.callback;

import java.util.List;
import java.util.Objects;

/** A callback and what became of each attempt, in their order. */
public record CallbackDetails(LoggedCallback callback, List<LoggedAttempt> attempts) {

    public CallbackDetails {
        Objects.requireNonNull(callback);
        attempts = List.copyOf(attempts);
    }
}
