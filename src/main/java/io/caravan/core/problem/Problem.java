package io.caravan.core.problem;

import java.util.Objects;

/**
 * A request that was understood and is refused.
 *
 * <p>It says what is wrong in the domain's words; HTTP status, number and JSON are for the dialect to say.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String subject;

    private Problem(ProblemCode code, String subject) {
        super(code.summary() + " [" + subject + "]", null, false, false);
        this.code = code;
        this.subject = Objects.requireNonNull(subject);
    }

    /** The problem, and the thing it is about, such as an invoice's id or a field's name. */
    public static Problem of(ProblemCode code, Object subject) {
        return new Problem(code, subject.toString());
    }

    public ProblemCode code() {
        return code;
    }

    /** Whether it is not the request that is wrong, but the idempotency key that it came with. */
    public boolean isAboutTheKey() {
        return code == ProblemCode.KEY_REUSED || code == ProblemCode.KEY_IN_USE;
    }

    public String subject() {
        return subject;
    }
}
