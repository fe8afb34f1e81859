package io.caravan.usecase.setup;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Plan.Action;
import io.caravan.core.setup.Wanted;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Gathers what is done, and what cannot be done. */
final class Planning {

    private final List<Plan.Step> steps = new ArrayList<>();
    private final List<InvalidInput.Violation> faults = new ArrayList<>();

    void created(String kind, String name, List<Plan.Made> secrets) {
        steps.add(new Plan.Step(Action.CREATED, kind, name, List.of(), secrets));
    }

    /** Changed, if some of its properties are; else it is as it was. */
    void compared(String kind, String name, List<String> changed) {
        var action = changed.isEmpty() ? Action.UNCHANGED : Action.CHANGED;
        steps.add(new Plan.Step(action, kind, name, changed, List.of()));
    }

    void fault(Wanted<?> wanted, String property, String message) {
        faults.add(new InvalidInput.Violation(wanted.pointer() + "/" + property, message));
    }

    /** @throws InvalidInput if something cannot be done, with all of it */
    Plan finish() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Plan(steps);
    }

    /** The names of the properties that differ. */
    static <T extends Record> List<String> differences(T before, T after) {
        var changed = Arrays.stream(before.getClass().getRecordComponents())
                .filter(property -> !Objects.equals(value(property, before), value(property, after)))
                .map(RecordComponent::getName);
        return new ArrayList<>(changed.toList());
    }

    private static Object value(RecordComponent property, Object record) {
        try {
            return property.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
