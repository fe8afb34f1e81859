package io.caravan.core.paymentrequest;

import io.caravan.core.payment.Payment;
import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment as its payer sees it.
 *
 * @param details where the payer can read what is sold
 */
public record OfferedPayment(SalesUnit unit, PaymentRequest request, Payment payment, Optional<String> details) {

    public OfferedPayment {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(request);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(details);
    }
}
