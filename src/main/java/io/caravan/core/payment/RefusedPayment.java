package io.caravan.core.payment;

import io.caravan.core.payer.PayerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An attempt to pay an invoice that its provider has refused.
 *
 * @param reason in the provider's word; empty if it gave none
 * @param at when it was begun, in real time
 */
public record RefusedPayment(PaymentId payment, Optional<PayerId> payer, String reason, Instant at) {

    public RefusedPayment {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(at);
    }
}
