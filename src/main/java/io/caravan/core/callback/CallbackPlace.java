package io.caravan.core.callback;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Where a callback stands among those of its merchant, which are in the order of their times and then of their ids. */
public record CallbackPlace(Instant createdAt, UUID id) {

    public CallbackPlace {
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(id);
    }

    public static CallbackPlace of(LoggedCallback callback) {
        return new CallbackPlace(callback.createdAt(), callback.id());
    }
}
