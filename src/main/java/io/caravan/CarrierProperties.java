package io.caravan;

import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the carrier is spoken to. Address and timeouts are read by routes/channel/carrier.camel.yaml. */
@ConfigurationProperties("caravan.channel.carrier")
record CarrierProperties(
        Duration deadline,
        String merchantId,
        String serviceCode,
        String shortNumber,
        Duration timeout,
        Set<Currency> currencies,
        int asksPerHour,
        String webhookSecret) {}
