package io.caravan.usecase.notice;

import io.caravan.core.sms.SmsMessages;
import java.time.Clock;
import java.time.Duration;

/** Forgets old SMS that people sent, and with them phone numbers and what they wrote. */
public class PurgeInboundSms {

    private static final int BATCH = 5000;

    private final SmsMessages messages;
    private final Duration age;
    private final Clock realTime;

    public PurgeInboundSms(SmsMessages messages, Duration age, Clock realTime) {
        this.messages = messages;
        this.age = age;
        this.realTime = realTime;
    }

    /** Forgets a batch and answers whether there may be more. */
    public boolean purge() {
        return messages.forgetInboundBefore(realTime.instant().minus(age), BATCH) == BATCH;
    }
}
