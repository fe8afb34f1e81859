package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secrets of merchants.
 *
 * @param overlap for how long a secret that is replaced is good beside the new one
 */
@ConfigurationProperties("caravan.credentials")
record CredentialProperties(Duration overlap) {

    CredentialProperties {
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("caravan.credentials.overlap is no time");
        }
    }
}
