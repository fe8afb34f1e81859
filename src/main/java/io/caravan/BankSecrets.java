package io.caravan;

import io.caravan.channel.WebhookSignature;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** With which banks sign their webhooks: of each its {@code caravan.channel.<bank>.webhook-secret}. */
final class BankSecrets {

    private static final String CHANNELS = "caravan.channel";
    private static final Set<String> NO_BANKS = Set.of("push", "psp", "carrier", "sms");

    private BankSecrets() {}

    /** Those that are set, by the name of their setting. */
    static Map<String, String> of(Binder binder) {
        var secrets = new TreeMap<String, String>();
        binder.bind(CHANNELS, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .forEach((bank, settings) -> {
                    if (!NO_BANKS.contains(bank) && settings instanceof Map<?, ?> map) {
                        map.forEach((name, value) -> {
                            if (isSecret(name) && !value.toString().isEmpty()) {
                                secrets.put(CHANNELS + "." + bank + ".webhook-secret", value.toString());
                            }
                        });
                    }
                });
        return secrets;
    }

    /** @throws IllegalStateException which setting is none that webhooks could be checked with */
    static void check(Binder binder, Clock realTime) {
        of(binder).forEach((setting, secret) -> {
            try {
                new WebhookSignature(secret, realTime);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(setting + " is not whsec_ and the base64 of 24 to 64 bytes");
            }
        });
    }

    /** A variable of the environment has no hyphens. */
    private static boolean isSecret(Object name) {
        return name.toString().replace("-", "").equalsIgnoreCase("webhooksecret");
    }
}
