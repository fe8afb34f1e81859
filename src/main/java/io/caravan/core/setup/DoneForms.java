package io.caravan.core.setup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Forms that have been done, so that each is done once, and what came of them, which is shown once. */
public interface DoneForms {

    /** Whether this form has been done. */
    boolean contains(UUID form);

    /** The form is done now, by this operator, with this result. */
    void add(UUID form, String operator, Plan result, Instant now);

    /** The result, the first time that its operator asks, within so long of the form; from then on nothing. */
    Optional<Plan> take(UUID form, String operator, Instant notBefore);

    /** Forgets the results of forms that were done before this time, and the forms themselves that were before that. */
    void forget(Instant results, Instant forms);
}
