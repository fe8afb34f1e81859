package io.caravan.core.setup;

import java.util.Objects;

/** How a setting is now and how it would be; empty if it is not set. Secrets are not in it. */
public record SettingChange(String label, String now, String then) {

    public SettingChange {
        Objects.requireNonNull(label);
        Objects.requireNonNull(now);
        Objects.requireNonNull(then);
    }
}
