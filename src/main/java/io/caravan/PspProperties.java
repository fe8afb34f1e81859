package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the card acquirer is spoken to. Addresses and timeouts are read by routes/channel/psp.camel.yaml. */
@ConfigurationProperties("caravan.channel.psp")
record PspProperties(Duration deadline, Duration resendAfter, String webhookSecret) {}
