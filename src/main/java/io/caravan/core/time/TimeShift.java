package io.caravan.core.time;

import java.time.Duration;
import java.util.Objects;

/**
 * How far business time is ahead of real time.
 *
 * @param version grows with each change, so that an old shift is not taken for a new one
 */
public record TimeShift(Duration ahead, long version) {

    public TimeShift {
        Objects.requireNonNull(ahead);
    }

    public TimeShift changeTo(Duration nowAhead) {
        return new TimeShift(nowAhead, version + 1);
    }
}
