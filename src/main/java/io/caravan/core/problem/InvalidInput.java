package io.caravan.core.problem;

import java.util.List;

/** A request that cannot be read as what it should be; names all its faults at once and repeats none of its values. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One fault: where it is and what is wrong there. */
    public record Violation(String field, String message) {}

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.toString(), null, false, false);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("no violation");
        }
        this.violations = List.copyOf(violations);
    }

    public static InvalidInput of(String field, String message) {
        return new InvalidInput(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
