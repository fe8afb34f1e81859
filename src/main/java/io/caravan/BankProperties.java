package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the bank is spoken to. Address and timeouts are read by routes/channel/bank.camel.yaml. */
@ConfigurationProperties("caravan.channel.bank")
record BankProperties(Duration deadline, Duration askEvery, String webhookSecret) {}
