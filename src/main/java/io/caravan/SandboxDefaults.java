package io.caravan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The settings of application.yml that are good for a sandbox only, and whether they still have that value. */
final class SandboxDefaults {

    /**
     * One of them.
     *
     * @param name as caravan.allow-unsafe takes it
     * @param settings what it looks at; {@code .*} stands for all below
     */
    record Check(String name, String why, List<String> settings, Predicate<Settings> fails) {}

    /** Settings, however they are written. */
    record Settings(Binder binder) {

        String text(String name) {
            return binder.bind(name, String.class).orElse("");
        }

        List<String> list(String name) {
            return binder.bind(name, Bindable.listOf(String.class)).orElse(List.of());
        }

        boolean flag(String name) {
            return binder.bind(name, Boolean.class).orElse(false);
        }

        Map<String, String> texts(String name) {
            return binder.bind(name, Bindable.mapOf(String.class, String.class)).orElse(Map.of());
        }
    }

    private static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94L";
    private static final String KNOWN = " is known to everybody";

    static final List<Check> ALL = List.of(
            new Check(
                    "sandbox-key",
                    "caravan.keys.current" + KNOWN,
                    List.of("caravan.keys.current", "caravan.keys.ring.*"),
                    settings -> isKnown(settings, "caravan.keys", "Y2FyYXZhbiBzYW5kYm94IGtleTogbm90IHNlY3JldCE=")),
            new Check(
                    "page-key",
                    "caravan.page.keys.current" + KNOWN,
                    List.of("caravan.page.keys.current", "caravan.page.keys.ring.*"),
                    settings -> isKnown(settings, "caravan.page.keys", "Q2FyYXZhbiBzYW5kYm94IHBhZ2Uga2V5OiBwdWJsaWM=")),
            new Check(
                    "sandbox-password",
                    "caravan.ops.users has a known one",
                    List.of("caravan.ops.users.*"),
                    SandboxDefaults::passwordIsKnown),
            secret("psp-secret", "caravan.channel.psp.webhook-secret"),
            secret("carrier-secret", "caravan.channel.carrier.webhook-secret"),
            new Check(
                    "bank-secret",
                    "caravan.channel.bank.webhook-secret, or that of a further bank," + KNOWN,
                    List.of("caravan.channel.bank.webhook-secret", "caravan.channel.bank-example.webhook-secret"),
                    settings -> BankSecrets.of(settings.binder()).values().stream()
                            .anyMatch(secret -> secret.startsWith(SECRET))),
            secret("sms-secret", "caravan.channel.sms.reports.webhook-secret"),
            new Check(
                    "sms-password",
                    "the password of an SMS gateway that is used" + KNOWN,
                    List.of(
                            "caravan.channel.sms.a.password",
                            "caravan.channel.sms.b.password",
                            "caravan.channel.sms.smpp.password"),
                    settings -> gateways(settings)
                            .anyMatch(gateway -> settings.text("caravan.channel.sms." + gateway + ".password")
                                    .equals("sandbox"))),
            mock("push-mock", "caravan.channel.push.url"),
            mock("psp-mock", "caravan.channel.psp.url"),
            mock("carrier-mock", "caravan.channel.carrier.url"),
            mock("bank-mock", "caravan.channel.bank.url"),
            new Check(
                    "sms-mock",
                    "an SMS gateway that is used is a mock endpoint",
                    List.of("caravan.channel.sms.a.url", "caravan.channel.sms.b.url"),
                    settings -> gateways(settings)
                            .anyMatch(gateway -> isMock(settings, "caravan.channel.sms." + gateway + ".url"))),
            new Check(
                    "public-url",
                    "caravan.public-url is not https, or leads to this machine",
                    List.of("caravan.public-url"),
                    settings -> !settings.text("caravan.public-url").matches("https://(?!localhost|127\\.|\\[::1]).*")),
            new Check(
                    "callbacks",
                    "caravan.callbacks.loopback lets callbacks reach this machine, or caravan.callbacks.plain-hosts lets them"
                            + " go without TLS",
                    List.of("caravan.callbacks.loopback", "caravan.callbacks.plain-hosts"),
                    settings -> settings.flag("caravan.callbacks.loopback")
                            || !settings.list("caravan.callbacks.plain-hosts").isEmpty()),
            new Check(
                    "h2",
                    "spring.datasource.url is H2, made for one machine",
                    List.of("spring.datasource.url"),
                    settings -> settings.text("spring.datasource.url").startsWith("jdbc:h2:")));

    private SandboxDefaults() {}

    /** Of webhooks; all that stand in application.yml begin in the same way. */
    private static Check secret(String name, String setting) {
        return new Check(name, setting + KNOWN, List.of(setting), settings -> settings.text(setting)
                .startsWith(SECRET));
    }

    private static Check mock(String name, String setting) {
        return new Check(
                name, setting + " is a mock endpoint", List.of(setting), settings -> isMock(settings, setting));
    }

    private static boolean isMock(Settings settings, String setting) {
        var mocks = settings.text("caravan.mock.url");
        return !mocks.isEmpty() && settings.text(setting).startsWith(mocks + "/");
    }

    private static boolean isKnown(Settings settings, String keys, String known) {
        var current = settings.text(keys + ".current");
        var key = Optional.ofNullable(settings.texts(keys + ".ring").get(current));
        return current.equals("sandbox") || key.filter(known::equals).isPresent();
    }

    private static boolean passwordIsKnown(Settings settings) {
        var bcrypt = new BCryptPasswordEncoder();
        return settings.texts("caravan.ops.users").values().stream()
                .anyMatch(hash -> !hash.isEmpty() && bcrypt.matches("ops-sandbox", hash));
    }

    /** Those by which SMS go out, as their settings call them. */
    private static Stream<String> gateways(Settings settings) {
        return Stream.of("first", "second")
                .map(place -> settings.text("caravan.channel.sms." + place))
                .filter(connector -> connector.matches("sms-gateway-[ab]|sms-smpp"))
                .map(connector -> connector.replaceFirst("sms-(gateway-)?", ""));
    }
}
