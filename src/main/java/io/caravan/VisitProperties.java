package io.caravan;

import io.caravan.core.page.PhoneLimits;
import io.caravan.core.prompt.PromptLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What may be done on hosted pages, and how often; application.yml says more. */
@ConfigurationProperties("caravan.visits")
record VisitProperties(
        int perPhone,
        int perAddress,
        int billsPerInvoice,
        int billsPerAddress,
        int guesses,
        Duration forgetAfter,
        Path logos) {

    PromptLimits limits() {
        return new PromptLimits(perPhone, perAddress);
    }

    PhoneLimits phoneLimits() {
        return new PhoneLimits(billsPerInvoice, billsPerAddress);
    }
}
