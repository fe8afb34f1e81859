package io.caravan;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import io.caravan.usecase.setup.DescribeThing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Stops the start outside of the sandbox on a database that was a sandbox, as long as somebody of it may call:
 * everybody knows their secrets.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!sandbox & !mocks")
class SandboxTraces {

    private static final String NAME = "sandbox-identities";

    /** Of sandbox/identities.yml. Nobody calls for a merchant that is disabled, whatever the credential. */
    static final List<ThingName> KNOWN = List.of(
            merchant("f3dd9011-d930-4063-901d-2a47621e5b76"),
            merchant("0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11"),
            merchant("7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c22"),
            new ThingName(ThingKind.WALLET, Optional.<MerchantId>empty(), "sandbox-wallet"));

    @Bean
    InitializingBean noSandboxIdentities(DescribeThing describeThing, Environment environment) {
        var allowed = Binder.get(environment)
                .bind("caravan.allow-unsafe", Bindable.listOf(String.class))
                .orElse(List.of());
        return () -> {
            if (!allowed.contains(NAME)) {
                refuse(name -> describeThing
                        .describe(name)
                        .filter(SandboxTraces::mayCall)
                        .isPresent());
            }
        };
    }

    static void refuse(Predicate<ThingName> mayCall) {
        var found = KNOWN.stream().filter(mayCall).map(ThingName::id).collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            throw new UnsafeSettings.Refused("  " + NAME + ": the database was a sandbox, and everybody knows the"
                    + " secrets of " + found + ". Take another one, or disable them by a setup");
        }
    }

    private static boolean mayCall(Setup setup) {
        return setup.merchants().stream().anyMatch(one -> one.thing().enabled().orElse(true))
                || setup.clients().stream()
                        .anyMatch(one -> one.thing().enabled().orElse(true));
    }

    private static ThingName merchant(String id) {
        return new ThingName(ThingKind.MERCHANT, Optional.<MerchantId>empty(), id);
    }
}
