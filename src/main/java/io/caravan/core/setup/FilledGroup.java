package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;

/**
 * Settings that belong together.
 *
 * @param title may be empty
 * @param note what its reader has to know; may be empty
 */
public record FilledGroup(String title, String note, List<FilledSetting> settings) {

    public FilledGroup {
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        settings = List.copyOf(settings);
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return settings.stream().allMatch(setting -> setting.value().isEmpty());
    }
}
