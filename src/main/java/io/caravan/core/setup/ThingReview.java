package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A form that was filled in, and what it would do.
 *
 * @param plan nothing if the form is faulty
 * @param changes setting by setting
 */
public record ThingReview(ThingForm form, Optional<Plan> plan, List<SettingChange> changes) {

    public ThingReview {
        Objects.requireNonNull(form);
        Objects.requireNonNull(plan);
        changes = List.copyOf(changes);
    }
}
