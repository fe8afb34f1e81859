package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Started with the settings of application.yml and these on top. */
class UnsafeSettingsTests {

    private static final Map<String, Object> SAFE = Map.of(
            "caravan.keys.current", "own",
            "caravan.channel.psp.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.channel.sms.reports.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.keys.ring.own", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "caravan.page.keys.current", "own",
            "caravan.page.keys.ring.own", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "caravan.ops.users.ops", "$2a$10$7EqJtq98hPqEX7fNZaFWoOhiHgCLDsq0a8pQ5rPvVYw9jW3pqYF6W",
            "spring.datasource.url", "jdbc:postgresql://db/caravan");

    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void readTheDefaults() throws IOException {
        new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        set("caravan.mode", "production");
        environment.setActiveProfiles("production");
    }

    @Test
    void productionWithTheDefaultsIsRefusedWithAllThatIsUnsafe() {
        var refused = catchThrowableOfType(UnsafeSettings.Refused.class, this::start);

        assertThat(refused).isNotNull();
        assertThat(refused.getMessage().lines().map(line -> line.strip().split(":")[0]))
                .containsExactly("sandbox-key", "page-key", "sandbox-password", "psp-secret", "sms-secret", "h2");
    }

    @Test
    void theMessageHasNoSecret() {
        var refused = catchThrowableOfType(UnsafeSettings.Refused.class, this::start);

        assertThat(refused.getMessage()).doesNotContain("ops-sandbox", "Y2FyYXZhbi", "$2a");
    }

    @Test
    void productionWithSettingsOfItsOwnStarts() {
        SAFE.forEach((name, value) -> set(name, value.toString()));

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void whatIsWantedAllTheSameIsAllowedOneByOne() {
        set("caravan.allow-unsafe", "h2, sandbox-key, page-key, psp-secret, sms-secret");

        var refused = catchThrowableOfType(UnsafeSettings.Refused.class, this::start);

        assertThat(refused.getMessage().strip()).startsWith("sandbox-password:").doesNotContain("\n");
    }

    @Test
    void callbacksToThisMachineAreUnsafe() {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        set("caravan.callbacks.loopback", "true");

        var refused = catchThrowableOfType(UnsafeSettings.Refused.class, this::start);

        assertThat(refused.getMessage()).contains("callbacks:");
    }

    @Test
    void theSandboxDoesNotStartInProduction() {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        environment.addActiveProfile("sandbox");

        var refused = catchThrowableOfType(UnsafeSettings.Refused.class, this::start);

        assertThat(refused.getMessage()).contains("sandbox-profile:");
    }

    @Test
    void anyProfileButTheSandboxIsTakenForProduction() {
        set("caravan.mode", "staging");
        environment.setActiveProfiles("staging");

        assertThat(catchThrowableOfType(UnsafeSettings.Refused.class, this::start))
                .isNotNull();
    }

    @Test
    void theSandboxAndTheMocksAloneStartWithTheDefaults() {
        set("caravan.mode", "sandbox");
        environment.setActiveProfiles("sandbox");
        assertThatCode(this::start).doesNotThrowAnyException();

        set("caravan.mode", "mocks");
        environment.setActiveProfiles("mocks");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void start() {
        var settings = new UnsafeSettings();
        settings.setEnvironment(environment);
        settings.postProcessBeanFactory(null);
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource(name + "=" + value, Map.of(name, value)));
    }
}
