package io.caravan.core.pretransaction;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a row of an import was not taken.
 *
 * @param problem if the row was understood and is refused
 * @param violations what is wrong with it, if anything is
 */
public record ImportFault(int number, Optional<ProblemCode> problem, List<InvalidInput.Violation> violations) {

    public ImportFault {
        Objects.requireNonNull(problem);
        violations = List.copyOf(violations);
    }

    public static ImportFault of(int number, InvalidInput invalid) {
        return new ImportFault(number, Optional.empty(), invalid.violations());
    }

    public static ImportFault of(int number, ProblemCode problem) {
        return new ImportFault(number, Optional.of(problem), List.of());
    }
}
