package io.caravan.json;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an input, collected so that the caller hears all of it at once. */
public final class Faults {

    /** More are of no use to anybody. */
    private static final int MOST = 100;

    private final List<Violation> found = new ArrayList<>();

    public void add(String field, String message) {
        if (found.size() < MOST) {
            found.add(new Violation(field, message));
        }
    }

    /** @throws InvalidInput all that was wrong */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
