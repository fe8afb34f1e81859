package io.caravan.usecase.notice;

import io.caravan.core.sms.InboundSms;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsReplies;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Stores an SMS that has come, and tells whoever wants to know. */
public class HearInboundSms {

    private final SmsMessages messages;
    private final List<SmsReplies> replies;
    private final Clock realTime;

    public HearInboundSms(SmsMessages messages, Collection<SmsReplies> replies, Clock realTime) {
        this.messages = messages;
        this.replies = List.copyOf(replies);
        this.realTime = realTime;
    }

    /** Hears it, once: a repetition does nothing. */
    public void hear(InboundSms sms) {
        if (messages.hear(sms, realTime.instant())) {
            replies.forEach(one -> one.hear(sms));
        }
    }
}
