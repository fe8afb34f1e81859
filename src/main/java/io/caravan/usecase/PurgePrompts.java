package io.caravan.usecase;

import io.caravan.core.prompt.Prompts;
import java.time.Clock;
import java.time.Duration;

/** Forgets old prompts, and with them phone numbers and addresses of people. */
public class PurgePrompts {

    private static final int BATCH = 5000;

    private final Prompts prompts;
    private final Duration age;
    private final Clock realTime;

    public PurgePrompts(Prompts prompts, Duration age, Clock realTime) {
        this.prompts = prompts;
        this.age = age;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return prompts.forgetBefore(realTime.instant().minus(age), BATCH) == BATCH;
    }
}
