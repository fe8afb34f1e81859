package io.caravan.core.notice;

import io.caravan.core.paymentrequest.OfferedPayment;
import java.util.Objects;

/**
 * A notice about a payment that a sales unit asks for, taken for one attempt.
 *
 * @param fence proves who holds the notice
 */
public record PaymentAnnouncement(Notice notice, long fence, OfferedPayment payment) implements Outgoing {

    public PaymentAnnouncement {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(payment);
    }
}
