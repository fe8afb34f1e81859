package io.caravan.core.paymentrequest;

import java.util.Objects;
import java.util.UUID;

/**
 * What has become of a payment by a capture, refund or cancel.
 *
 * @param report as it stood right after that
 * @param id of what was done
 */
public record Adjusted(PaymentReport report, UUID id) {

    public Adjusted {
        Objects.requireNonNull(report);
        Objects.requireNonNull(id);
    }
}
