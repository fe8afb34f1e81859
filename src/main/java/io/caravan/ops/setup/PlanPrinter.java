package io.caravan.ops.setup;

import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Plan.Action;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;

/** Tells people what a setup does, a line for each thing. */
public final class PlanPrinter {

    private final PrintStream out;

    public PlanPrinter(PrintStream out) {
        this.out = out;
    }

    /** With the secrets that were made. */
    public void done(Plan plan) {
        print(plan, Plan.Made::secret);
        if (plan.steps().stream().anyMatch(step -> !step.secrets().isEmpty())) {
            out.println("These secrets are not shown again.");
        }
    }

    /** What would be done; nothing was. */
    public void rehearsed(Plan plan) {
        print(plan, made -> "(will be made)");
        out.println("This was a dry run: nothing was changed.");
    }

    private void print(Plan plan, Function<Plan.Made, String> secret) {
        plan.steps().forEach(step -> {
            out.println("%-10s %-10s %s%s".formatted(word(step.action()), step.kind(), step.name(), changed(step)));
            step.secrets().forEach(made -> out.println("             " + made.what() + ": " + secret.apply(made)));
        });
        out.println("%d created, %d changed, %d unchanged"
                .formatted(plan.count(Action.CREATED), plan.count(Action.CHANGED), plan.count(Action.UNCHANGED)));
    }

    private static String changed(Plan.Step step) {
        return step.changed().isEmpty() ? "" : " (" + String.join(", ", step.changed()) + ")";
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
