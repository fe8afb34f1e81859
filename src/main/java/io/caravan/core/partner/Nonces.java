package io.caravan.core.partner;

import java.time.Instant;

/** The nonces of signed requests. Times are real. */
public interface Nonces {

    /** Uses the nonce up; false if this partner has used it before. */
    boolean use(int partner, String nonce, Instant at);

    /** Forgets at most so many that were used before this time, and tells how many. */
    int forgetBefore(Instant time, int limit);
}
