package io.caravan.core.setup;

import io.caravan.core.problem.InvalidInput;
import java.util.List;
import java.util.Objects;

/**
 * What became of a setup.
 *
 * @param json what was asked for, as it was written
 * @param plan what was done, or would be; nothing if there are faults
 * @param faults why nothing was or would be done
 */
public record Outcome(String json, Plan plan, List<InvalidInput.Violation> faults) {

    public Outcome {
        Objects.requireNonNull(json);
        Objects.requireNonNull(plan);
        faults = List.copyOf(faults);
    }

    /** Nothing was done. */
    public static Outcome refused(String json, InvalidInput refused) {
        return new Outcome(json, new Plan(List.of()), refused.violations());
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return plan.steps().size() + " steps, " + faults.size() + " faults";
    }
}
