package io.caravan.usecase.page;

import io.caravan.core.page.PhoneWishes;
import io.caravan.core.prompt.Prompts;
import java.time.Clock;
import java.time.Duration;

/** Forgets old prompts and wishes to pay on phone bills, and with them phone numbers and addresses of people. */
public class PurgePrompts {

    private static final int BATCH = 5000;

    private final Prompts prompts;
    private final PhoneWishes wishes;
    private final Duration age;
    private final Clock realTime;

    public PurgePrompts(Prompts prompts, PhoneWishes wishes, Duration age, Clock realTime) {
        this.prompts = prompts;
        this.wishes = wishes;
        this.age = age;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        var end = realTime.instant().minus(age);
        int forgotten = wishes.forgetBefore(end, BATCH);
        return prompts.forgetBefore(end, BATCH) == BATCH || forgotten == BATCH;
    }
}
