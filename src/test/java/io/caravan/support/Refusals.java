package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What use cases do not do. */
public final class Refusals {

    private Refusals() {}

    /** The call is refused for this reason. */
    public static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).code()).isEqualTo(code);
    }
}
