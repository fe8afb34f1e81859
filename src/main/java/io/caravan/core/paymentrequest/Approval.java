package io.caravan.core.paymentrequest;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import java.util.Objects;

/**
 * A payer's answer to a payment request.
 *
 * @param shares whether the payer lets the merchant have what it asked for of the profile
 */
public record Approval(PayerId payer, PaymentId payment, boolean shares) {

    public Approval {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(payment);
    }
}
