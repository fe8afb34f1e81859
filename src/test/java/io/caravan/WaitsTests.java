package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.callback.RetryPlan;
import io.caravan.core.dialect.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The waits after failed attempts, as settings write them and as they come. */
class WaitsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aWaitCanStandAloneBeRepeatedAndGrow() {
        assertThat(Waits.of(List.of("5s", " 2s x3 ", "1m..3m")))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "-5s", "2s x0", "2s x", "3m..1m", "2m..5m", "0s..5s", "1ms..90d", ""})
    void whatCannotBeReadIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Waits.of(List.of(text)));
    }

    @Test
    void mobilePayTriesNineTimes() throws IOException {
        assertThat(plans().get(Dialect.MOBILEPAY).waits())
                .containsExactlyElementsOf(
                        Waits.of(List.of("5s", "19m", "39m", "79m", "159m", "319m", "639m", "1279m")));
    }

    @Test
    void ePaymentTriesHourlyUpToTheTwentyNinthAttemptAndThenDailyForSevenDays() throws IOException {
        var waits = plans().get(Dialect.EPAYMENT).waits();

        assertThat(waits.subList(0, 5)).containsExactlyElementsOf(Waits.of(List.of("2s", "2s", "2s", "60s", "120s")));
        assertThat(waits.subList(5, 28)).containsOnly(HOUR);
        assertThat(waits.subList(28, waits.size())).containsOnly(DAY);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(RetryPlan.PATIENCE);
    }

    @Test
    void paymentInvoicesTryAHundredTimesEachAMinuteLater() throws IOException {
        var waits = plans().get(Dialect.PAYMENTINVOICES).waits();

        assertThat(waits).hasSize(99);
        assertThat(waits.get(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(waits.get(98)).isEqualTo(Duration.ofMinutes(99));
    }

    @Test
    void mobileInvoiceTriesNineTimes() throws IOException {
        assertThat(plans().get(Dialect.MOBILEINVOICE).waits())
                .containsExactlyElementsOf(Waits.of(List.of("5s", "1m", "5m", "30m", "2h", "6h", "12h", "24h")));
    }

    /** As application.yml has them. */
    private static Map<Dialect, RetryPlan> plans() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("caravan.callbacks", CallbackProperties.class)
                .get()
                .plans();
    }
}
