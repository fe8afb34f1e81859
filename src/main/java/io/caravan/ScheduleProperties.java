package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How payments on a day that the payer chose are tried. */
@ConfigurationProperties("caravan.schedule")
record ScheduleProperties(Duration secondAttemptAfter) {}
