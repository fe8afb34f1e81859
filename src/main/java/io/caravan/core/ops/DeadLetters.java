package io.caravan.core.ops;

import java.util.List;

/** What was given up for now: the newest of both kinds. */
public record DeadLetters(List<DeadNotice> notices, List<DeadCallback> callbacks) {

    public DeadLetters {
        notices = List.copyOf(notices);
        callbacks = List.copyOf(callbacks);
    }
}
