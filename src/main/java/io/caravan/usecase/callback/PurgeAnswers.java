package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackLog;
import java.time.Clock;
import java.time.Duration;

/** Forgets what merchants answered to old callbacks. */
public class PurgeAnswers {

    private static final int BATCH = 5000;

    private final CallbackLog log;
    private final Duration age;
    private final Clock realTime;

    public PurgeAnswers(CallbackLog log, Duration age, Clock realTime) {
        this.log = log;
        this.age = age;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return log.forgetAnswers(realTime.instant().minus(age), BATCH) == BATCH;
    }
}
