package io.caravan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Stops the start outside of the sandbox as long as a setting is one that only the sandbox should have. */
@Component
class UnsafeSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String SANDBOX_PSP_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXBzcC13ZWJob29rLXNlY3JldA==";

    private static final String SANDBOX_SMS_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXNtcy13ZWJob29rLXNlY3JldA==";

    /** Lists all that is unsafe. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** One setting, by the name that caravan.allow-unsafe takes. */
    private record Check(String name, String why, boolean failed) {}

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        var production = "production".equals(environment.getProperty("caravan.mode"));
        if (sandbox && !production || environment.acceptsProfiles(Profiles.of("mocks"))) {
            return;
        }
        var settings = Binder.get(environment);
        var allowed = settings.bind("caravan.allow-unsafe", Bindable.listOf(String.class))
                .orElse(List.of());
        var unsafe = Stream.of(
                        new Check("sandbox-profile", "the profile sandbox makes known secrets valid", sandbox),
                        new Check("sandbox-key", "caravan.keys.current is known to everybody", keyIsKnown(settings)),
                        new Check(
                                "page-key",
                                "caravan.page.keys.current is known to everybody",
                                pageKeyIsKnown(settings)),
                        new Check("sandbox-password", "caravan.ops.users has a known one", passwordIsKnown(settings)),
                        new Check(
                                "psp-secret",
                                "caravan.channel.psp.webhook-secret is known to everybody",
                                pspSecretIsKnown(settings)),
                        new Check(
                                "sms-secret",
                                "caravan.channel.sms.reports.webhook-secret is known to everybody",
                                smsSecretIsKnown(settings)),
                        new Check(
                                "callbacks",
                                "caravan.callbacks.loopback lets callbacks reach this machine",
                                loopback(settings)),
                        new Check("h2", "spring.datasource.url is H2, made for one machine", isH2()))
                .filter(check -> check.failed() && !allowed.contains(check.name()))
                .map(check -> "  " + check.name() + ": " + check.why())
                .collect(Collectors.joining("\n"));
        if (!unsafe.isEmpty()) {
            throw new Refused(unsafe);
        }
    }

    private static boolean keyIsKnown(Binder settings) {
        return "sandbox"
                .equals(settings.bind("caravan.keys", KeyProperties.class).get().current());
    }

    private static boolean pageKeyIsKnown(Binder settings) {
        return "sandbox"
                .equals(settings.bind("caravan.page.keys", KeyProperties.class)
                        .get()
                        .current());
    }

    private static boolean passwordIsKnown(Binder settings) {
        var known = new BCryptPasswordEncoder();
        return settings.bind("caravan.ops", OperatorProperties.class).get().users().values().stream()
                .anyMatch(hash -> known.matches("ops-sandbox", hash));
    }

    private static boolean pspSecretIsKnown(Binder settings) {
        return SANDBOX_PSP_SECRET.equals(settings.bind("caravan.channel.psp.webhook-secret", String.class)
                .orElse(""));
    }

    private static boolean smsSecretIsKnown(Binder settings) {
        return SANDBOX_SMS_SECRET.equals(settings.bind("caravan.channel.sms.reports.webhook-secret", String.class)
                .orElse(""));
    }

    private static boolean loopback(Binder settings) {
        return settings.bind("caravan.callbacks.loopback", Boolean.class).orElse(false);
    }

    private boolean isH2() {
        return environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
    }
}
