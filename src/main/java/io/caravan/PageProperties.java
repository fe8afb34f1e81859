package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where hosted pages are, and the keys that their links are made with; application.yml says more. */
@ConfigurationProperties("caravan.page")
record PageProperties(String baseUrl, Duration leadsOnAfter, KeyProperties keys) {}
