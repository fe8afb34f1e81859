package io.caravan.core.paymentrequest;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import java.util.Objects;
import java.util.Optional;

/**
 * What has become of a payer's answer.
 *
 * @param authorization none if the payer does not share what the merchant asks for: then there is no payment
 */
public record ApprovalOutcome(Payment payment, Optional<Operation> authorization) {

    public ApprovalOutcome {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(authorization);
    }
}
