package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** What comes in; application.yml says what each setting does. */
@ConfigurationProperties("caravan.door")
record DoorProperties(
        DataSize largestBody,
        Duration bodyTime,
        int requestsAtOnce,
        int requestsPerSecond,
        int burst,
        int tokensPerMinute,
        int failuresPerMinute,
        Duration drain,
        String issuer) {

    /** Those of the requests under way whose senders have proved nothing, while their bodies are read. */
    int strangers() {
        return Math.max(1, requestsAtOnce / 4);
    }
}
