package io.caravan.core.setup;

import java.util.Objects;

/**
 * A setting with what stands in it.
 *
 * @param fixed whether it stays as it is once the thing is there
 * @param fault what is wrong with it; empty if nothing
 */
public record FilledSetting(Setting setting, String value, boolean fixed, String fault) {

    public FilledSetting {
        Objects.requireNonNull(setting);
        Objects.requireNonNull(value);
        Objects.requireNonNull(fault);
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return setting.path();
    }
}
