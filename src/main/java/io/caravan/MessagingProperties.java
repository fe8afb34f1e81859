package io.caravan;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The broker between the relay and the channels. */
@ConfigurationProperties("caravan.broker")
record MessagingProperties(String url, String user, String password, Path folder, Duration callTimeout) {

    boolean isEmbedded() {
        return url.isEmpty();
    }
}
