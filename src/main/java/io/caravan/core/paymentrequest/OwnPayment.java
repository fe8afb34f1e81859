package io.caravan.core.paymentrequest;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;

/** A payment as its sales unit names it. Whether there is such a payment is still to be seen. */
public record OwnPayment(SalesUnit unit, String reference) {

    public OwnPayment {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(reference);
    }
}
