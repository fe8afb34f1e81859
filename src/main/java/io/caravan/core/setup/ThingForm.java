package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;

/**
 * A thing as a form shows it.
 *
 * @param name the id is empty if the thing is new
 * @param title for people; empty if the thing is new
 * @param faults what is wrong and belongs to no setting
 * @param seen tells the thing as it was when the form was opened from the thing as it may be later
 */
public record ThingForm(ThingName name, String title, List<FilledGroup> groups, List<String> faults, String seen) {

    public ThingForm {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(seen);
        groups = List.copyOf(groups);
        faults = List.copyOf(faults);
    }

    /** Whether there is no such thing yet. */
    public boolean isNew() {
        return name.id().isEmpty();
    }

    /** Whether something in it is wrong. */
    public boolean isFaulty() {
        return !faults.isEmpty()
                || groups.stream().flatMap(group -> group.settings().stream()).anyMatch(setting -> !setting.fault()
                        .isEmpty());
    }
}
