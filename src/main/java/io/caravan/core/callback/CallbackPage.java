package io.caravan.core.callback;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of a merchant's callbacks, the newest first.
 *
 * @param last after which there are more
 */
public record CallbackPage(List<LoggedCallback> callbacks, Optional<CallbackPlace> last) {

    public CallbackPage {
        callbacks = List.copyOf(callbacks);
        Objects.requireNonNull(last);
    }
}
