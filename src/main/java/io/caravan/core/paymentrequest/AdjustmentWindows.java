package io.caravan.core.paymentrequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * For how long money can be moved on.
 *
 * @param capture after the approval, by the merchant's country (ISO 3166)
 * @param captureElsewhere in all other countries
 * @param refund after the last capture
 */
public record AdjustmentWindows(Map<String, Duration> capture, Duration captureElsewhere, Duration refund) {

    public AdjustmentWindows {
        capture = Map.copyOf(capture);
        Objects.requireNonNull(captureElsewhere);
        Objects.requireNonNull(refund);
    }

    boolean isTooLateToCapture(Instant approved, String country, Instant now) {
        return now.isAfter(approved.plus(capture.getOrDefault(country, captureElsewhere)));
    }

    boolean isTooLateToRefund(Instant captured, Instant now) {
        return now.isAfter(captured.plus(refund));
    }
}
