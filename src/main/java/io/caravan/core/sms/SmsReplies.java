package io.caravan.core.sms;

/** Who wants to know what people write to us. All that there are hear each SMS, once. */
public interface SmsReplies {

    /** Within the transaction in which it is stored. */
    void hear(InboundSms sms);
}
