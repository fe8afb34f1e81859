package io.caravan.core.sms;

import io.caravan.core.notice.NoticeId;
import io.caravan.core.payer.Phone;
import java.util.Objects;

/**
 * An SMS as a gateway gets it.
 *
 * @param reference ours: the same for every attempt and every gateway, so that each can tell a repetition
 */
public record SmsMessage(NoticeId reference, Originator originator, Phone recipient, SmsText text) {

    public SmsMessage {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(originator);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(text);
    }
}
