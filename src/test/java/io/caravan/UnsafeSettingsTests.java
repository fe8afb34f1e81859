package io.caravan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Started with the settings of application.yml and these on top. */
class UnsafeSettingsTests {

    /** The mode itself, and user names, which are no secrets. */
    private static final Set<String> HARMLESS = Set.of(
            "spring.profiles.active",
            "caravan.channel.sms.a.user",
            "caravan.channel.sms.b.user",
            "caravan.channel.sms.smpp.user");

    private static final Map<String, Object> OWN_SECRETS = Map.of(
            "caravan.keys.current", "own",
            "caravan.channel.psp.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.channel.carrier.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.channel.bank.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.channel.sms.reports.webhook-secret", "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl",
            "caravan.keys.ring.own", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "caravan.page.keys.current", "own",
            "caravan.page.keys.ring.own", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "caravan.ops.users.ops", "$2a$10$7EqJtq98hPqEX7fNZaFWoOhiHgCLDsq0a8pQ5rPvVYw9jW3pqYF6W",
            "spring.datasource.url", "jdbc:postgresql://db/caravan");

    private static final Map<String, Object> SAFE = safe();

    /** What stands in application.yml and is only good for a sandbox, by how it looks. */
    private static final Pattern ONLY_FOR_A_SANDBOX =
            Pattern.compile("sandbox|whsec_|caravan\\.mock\\.url|localhost|\\$2a\\$|jdbc:h2|^Y2Fy|^Q2Fy");

    private static Map<String, Object> safe() {
        var safe = new LinkedHashMap<String, Object>(OWN_SECRETS);
        List.of("push", "psp", "carrier", "bank", "sms.a", "sms.b")
                .forEach(channel -> safe.put("caravan.channel." + channel + ".url", "https://provider.example/api"));
        safe.put("caravan.channel.sms.a.password", "a password of our own");
        safe.put("caravan.channel.sms.b.password", "a password of our own");
        safe.put("caravan.public-url", "https://pay.example");
        return safe;
    }

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
                .containsExactly(
                        "sandbox-key",
                        "page-key",
                        "sandbox-password",
                        "psp-secret",
                        "carrier-secret",
                        "bank-secret",
                        "sms-secret",
                        "sms-password",
                        "push-mock",
                        "psp-mock",
                        "carrier-mock",
                        "bank-mock",
                        "sms-mock",
                        "public-url",
                        "h2");
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
        var all = SandboxDefaults.ALL.stream().map(SandboxDefaults.Check::name);
        set(
                "caravan.allow-unsafe",
                all.filter(name -> !name.equals("sandbox-password")).collect(joining(", ")));

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

    @ParameterizedTest
    @ValueSource(strings = {"caravan.callbacks.plain-hosts", "caravan.callbacks.plain-hosts[0]"})
    void callbacksWithoutTlsAreUnsafe(String setting) {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        set(setting, "shop.example");

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

    @Test
    void everySettingThatIsOnlyForASandboxIsLookedAt() throws IOException {
        var lookedAt = SandboxDefaults.ALL.stream()
                .flatMap(check -> check.settings().stream())
                .map(setting -> Pattern.compile(setting.replace(".", "\\.").replace("*", ".+"))
                        .asMatchPredicate())
                .toList();

        var sandboxOnly = defaults()
                .filter(setting ->
                        ONLY_FOR_A_SANDBOX.matcher(setting.getValue()).find());

        assertThat(sandboxOnly.map(Map.Entry::getKey))
                .hasSizeGreaterThan(15)
                .filteredOn(setting -> !HARMLESS.contains(setting))
                .allSatisfy(setting -> assertThat(lookedAt).anyMatch(looks -> looks.test(setting)));
    }

    @Test
    void everySettingThatIsLookedAtIsThere() throws IOException {
        var names = defaults().map(Map.Entry::getKey).toList();

        assertThat(SandboxDefaults.ALL)
                .flatExtracting(SandboxDefaults.Check::settings)
                .allSatisfy(setting -> assertThat(names)
                        .anyMatch(name -> name.equals(setting) || name.startsWith(setting.replace("*", ""))));
    }

    @Test
    void theKnownKeyIsKnownUnderAnyName() {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        set("caravan.keys.ring.own", "Y2FyYXZhbiBzYW5kYm94IGtleTogbm90IHNlY3JldCE=");

        assertThat(catchThrowableOfType(UnsafeSettings.Refused.class, this::start))
                .hasMessageContaining("sandbox-key");
    }

    @Test
    void aGatewayThatIsNotUsedMayHaveAnyPassword() {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        set("caravan.channel.sms.b.password", "sandbox");
        assertThat(catchThrowableOfType(UnsafeSettings.Refused.class, this::start))
                .hasMessageContaining("sms-password");

        set("caravan.channel.sms.second", "sms-example");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void theKnownSecretIsKnownAtAFurtherBankToo() {
        SAFE.forEach((name, value) -> set(name, value.toString()));
        set("caravan.channel.northbank.webhook-secret", "whsec_Y2FyYXZhbi1zYW5kYm94LWJhbmstd2ViaG9vay1zZWNyZXQ=");

        assertThat(catchThrowableOfType(UnsafeSettings.Refused.class, this::start))
                .hasMessageContaining("bank-secret");
    }

    /** The settings of application.yml as they stand there, without those of the mock endpoints. */
    private static Stream<Map.Entry<String, String>> defaults() throws IOException {
        return new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yml")).stream()
                        .map(source -> (EnumerablePropertySource<?>) source)
                        .flatMap(source -> Arrays.stream(source.getPropertyNames())
                                .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
                        .filter(setting -> !setting.getKey().startsWith("caravan.mock."));
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
