package io.caravan;

import io.caravan.core.callback.RetryPlan;
import io.caravan.core.dialect.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of callbacks; application.yml says what each does. */
@ConfigurationProperties("caravan.callbacks")
record CallbackProperties(List<String> allowedNetworks, Set<Integer> morePorts, boolean loopback, Rhythm mobilepay) {

    /** When a dialect's callbacks go. */
    record Rhythm(Duration gather, List<Duration> retry) {}

    CallbackProperties {
        allowedNetworks = allowedNetworks == null ? List.of() : List.copyOf(allowedNetworks);
        morePorts = morePorts == null ? Set.of() : Set.copyOf(morePorts);
    }

    Map<Dialect, RetryPlan> plans() {
        return Map.of(Dialect.MOBILEPAY, new RetryPlan(mobilepay.retry()));
    }
}
