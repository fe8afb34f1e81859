package io.caravan.usecase.privacy;

import io.caravan.core.privacy.PersonalData;
import java.time.Clock;
import java.time.Duration;

/** Takes payers out of invoices, payments, receipts and transfers that are older than the books have to tell of them. */
public class ForgetPayers {

    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofDays(1);

    private final PersonalData data;
    private final Duration age;
    private final Clock realTime;

    public ForgetPayers(PersonalData data, Duration age, Clock realTime) {
        this.data = data;
        this.age = age;
        this.realTime = realTime;
    }

    /** Erases a batch of each kind and answers whether there may be more. What is open is looked at again in a day. */
    public boolean forget() {
        var before = realTime.instant().minus(age);
        return data.eraseBefore(before, before.plus(PAUSE), BATCH);
    }
}
