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
import org.springframework.stereotype.Component;

/** Stops the start outside of the sandbox as long as a setting is one that only the sandbox should have. */
@Component
class UnsafeSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    /** Lists all that is unsafe. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** On one port merchants' credentials would open what is for operators. */
    private void refuseOnePort() {
        var port = environment.getProperty("server.port", "");
        if (!port.equals("0") && port.equals(environment.getProperty("management.server.port"))) {
            throw new Refused("  management.server.port: operators need another port than merchants");
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        refuseOnePort();
        var sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        var production = "production".equals(environment.getProperty("caravan.mode"));
        if (sandbox && !production || environment.acceptsProfiles(Profiles.of("mocks"))) {
            return;
        }
        var binder = Binder.get(environment);
        var settings = new SandboxDefaults.Settings(binder);
        var allowed = binder.bind("caravan.allow-unsafe", Bindable.listOf(String.class))
                .orElse(List.of());
        var profile = new SandboxDefaults.Check(
                "sandbox-profile", "the profile sandbox makes known secrets valid", List.of(), known -> sandbox);
        var unsafe = Stream.concat(Stream.of(profile), SandboxDefaults.ALL.stream())
                .filter(check ->
                        !allowed.contains(check.name()) && check.fails().test(settings))
                .map(check -> "  " + check.name() + ": " + check.why())
                .collect(Collectors.joining("\n"));
        if (!unsafe.isEmpty()) {
            throw new Refused(unsafe);
        }
    }
}
