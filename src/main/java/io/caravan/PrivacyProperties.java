package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** For how long people are known; application.yml says more. */
@ConfigurationProperties("caravan.privacy")
record PrivacyProperties(
        Duration payersAfter,
        Duration noticesAfter,
        Duration dailyCountsAfter,
        Duration profileConsentsAfter,
        Duration actsAfter) {}
