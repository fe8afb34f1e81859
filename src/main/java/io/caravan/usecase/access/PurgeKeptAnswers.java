package io.caravan.usecase.access;

import io.caravan.core.dialect.KeptAnswers;
import java.time.Clock;
import java.time.Duration;

/** Forgets the answers kept under old idempotency keys. */
public class PurgeKeptAnswers {

    private static final int BATCH = 5000;

    private final KeptAnswers answers;
    private final Duration age;
    private final Clock realTime;

    public PurgeKeptAnswers(KeptAnswers answers, Duration age, Clock realTime) {
        this.answers = answers;
        this.age = age;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return answers.forgetBefore(realTime.instant().minus(age), BATCH) == BATCH;
    }
}
