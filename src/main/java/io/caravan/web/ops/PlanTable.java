package io.caravan.web.ops;

import io.caravan.core.setup.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan, thing by thing. */
final class PlanTable {

    private PlanTable() {}

    /** @param done whether it was carried out, and its secrets are shown apart */
    static Section of(Plan plan, boolean done) {
        var rows = plan.steps().stream()
                .map(step -> List.of(
                        Cell.state(word(step.action()), tone(step.action())),
                        Cell.of(step.kind()),
                        Cell.of(step.name()),
                        Cell.of(changes(step, done))))
                .toList();
        return Section.table("Plan", List.of("", "What", "Name", "Changes"), rows, "There is nothing in it.");
    }

    private static String changes(Plan.Step step, boolean done) {
        var changes = new ArrayList<>(step.changed());
        step.secrets().forEach(made -> changes.add(made.what() + (done ? ": made" : ": will be made")));
        return String.join(", ", changes);
    }

    static String word(Plan.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static String tone(Plan.Action action) {
        return switch (action) {
            case CREATED -> "good";
            case CHANGED -> "note";
            case UNCHANGED -> "";
        };
    }
}
