package io.caravan;

import io.caravan.core.callback.RetryPlan;
import io.caravan.core.dialect.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of callbacks; application.yml says what each does. */
@ConfigurationProperties("caravan.callbacks")
record CallbackProperties(
        List<String> allowedNetworks,
        Set<Integer> morePorts,
        boolean loopback,
        Set<String> plainHosts,
        Rhythm mobilepay,
        Rhythm mobileinvoice,
        Rhythm epayment,
        Rhythm paymentinvoices) {

    /** When a dialect's callbacks go: at once, or together every so often; and again, by the waits of {@link Waits}. */
    record Rhythm(Duration gather, List<String> retry) {

        Rhythm {
            gather = gather == null ? Duration.ZERO : gather;
            retry = List.copyOf(retry);
        }

        RetryPlan plan() {
            return new RetryPlan(Waits.of(retry));
        }
    }

    CallbackProperties {
        allowedNetworks = allowedNetworks == null ? List.of() : List.copyOf(allowedNetworks);
        morePorts = morePorts == null ? Set.of() : Set.copyOf(morePorts);
        plainHosts = plainHosts == null
                ? Set.of()
                : plainHosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    Map<Dialect, RetryPlan> plans() {
        return Map.of(
                Dialect.MOBILEPAY,
                mobilepay.plan(),
                Dialect.MOBILEINVOICE,
                mobileinvoice.plan(),
                Dialect.EPAYMENT,
                epayment.plan(),
                Dialect.PAYMENTINVOICES,
                paymentinvoices.plan());
    }
}
