package io.caravan.core.prompt;

import io.caravan.core.event.EventId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A wish made on the page of a payment: that the wallet app on this phone ask its owner to approve it.
 *
 * @param payer whose phone it is; empty if it has no wallet that can be asked
 * @param attempts to reserve the money that were made before
 * @param at in real time
 */
public record PaymentPrompt(
        PromptId id, PaymentId payment, Phone phone, Optional<PayerId> payer, int attempts, Instant at) {

    public PaymentPrompt {
        Objects.requireNonNull(id);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(at);
    }

    /** How long the page still waits; nothing, but never less, when the time is over. */
    public Duration left(Instant now) {
        var left = Duration.between(now, at.plus(Prompt.LIFE));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The message to the phone, the same one however often it is asked for. */
    public Notice notice() {
        return Notice.of(new EventId(id.value()), payment.value(), NoticeKind.PAYMENT_ASKED, Channel.PUSH, phone);
    }
}
