package io.caravan;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The ePayment API; application.yml says more. */
@ConfigurationProperties("caravan.epayment")
record EPaymentProperties(
        String nativePrefix,
        Map<String, Long> smallest,
        Map<String, Duration> capture,
        Duration captureElsewhere,
        Duration refund,
        int adjustmentsPerMinute,
        int readsPerMinute) {}
