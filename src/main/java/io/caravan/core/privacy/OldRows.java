package io.caravan.core.privacy;

import java.time.Instant;

/** Rows that tell of people and are removed once they are old. */
public interface OldRows {

    /**
     * Removes the oldest of those from before this time, which is business time for {@code DAILY_COUNT} and
     * {@code PROFILE_CONSENT}, and real time for all others; of notices and erasures only those that have ended.
     *
     * @return how many; if {@code limit}, there may be more
     */
    int forget(OldRow kind, Instant before, int limit);
}
