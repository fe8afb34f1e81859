package io.caravan.core.payment;

import java.time.Instant;

/** Which testimonies have been heard. */
public interface Testimonies {

    /**
     * Remembers that it was heard, together with what the running transaction makes of it.
     *
     * @return false if it was heard before
     */
    boolean hear(Testimony testimony, Instant at);

    /** Forgets at most so many that were heard before this time, and tells how many. */
    int forgetBefore(Instant time, int limit);
}
