package io.caravan.core.sms;

import io.caravan.core.notice.NoticeId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a gateway says became of an SMS.
 *
 * @param reference ours, if the gateway names it
 * @param gatewayId its own
 * @param state DELIVERED or FAILED
 * @param reason why it has failed, in the gateway's word
 */
public record SmsReport(
        Optional<NoticeId> reference, Optional<String> gatewayId, SmsState state, Optional<String> reason) {

    public SmsReport {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(gatewayId);
        Objects.requireNonNull(reason);
        if (state != SmsState.DELIVERED && state != SmsState.FAILED) {
            throw new IllegalArgumentException("no report says " + state);
        }
    }
}
