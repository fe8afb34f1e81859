package io.caravan;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who may use the management port, each with the bcrypt hash of a password. */
@ConfigurationProperties("caravan.ops")
record OperatorProperties(Map<String, String> users) {

    /** Without the hashes. */
    @Override
    public String toString() {
        return "operators " + users.keySet();
    }
}
