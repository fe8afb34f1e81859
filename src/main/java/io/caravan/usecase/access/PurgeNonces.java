package io.caravan.usecase.access;

import io.caravan.core.partner.HmacCredential;
import io.caravan.core.partner.Nonces;
import java.time.Clock;
import java.time.Duration;

/** Forgets nonces of requests that would be too old to be believed again. */
public class PurgeNonces {

    private static final int BATCH = 5000;

    /** A request may be dated a window ahead, and is good for a window after that. */
    private static final Duration AGE = HmacCredential.WINDOW.multipliedBy(3);

    private final Nonces nonces;
    private final Clock realTime;

    public PurgeNonces(Nonces nonces, Clock realTime) {
        this.nonces = nonces;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return nonces.forgetBefore(realTime.instant().minus(AGE), BATCH) == BATCH;
    }
}
