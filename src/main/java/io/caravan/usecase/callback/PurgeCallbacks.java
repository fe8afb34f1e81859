package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackSecrets;
import java.time.Clock;
import java.time.Duration;

/** Forgets old callbacks that are not open, and secrets that sign no more. */
public class PurgeCallbacks {

    private static final int BATCH = 5000;

    private final CallbackLog log;
    private final CallbackSecrets secrets;
    private final Duration age;
    private final Clock businessTime;
    private final Clock realTime;

    public PurgeCallbacks(CallbackLog log, CallbackSecrets secrets, Duration age, Clock businessTime, Clock realTime) {
        this.log = log;
        this.secrets = secrets;
        this.age = age;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        secrets.forget(realTime.instant());
        return log.forgetCallbacks(businessTime.instant().minus(age), BATCH) == BATCH;
    }
}
