package io.caravan.core.ops;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invoices and payments, as operators look for them. */
public interface Findings {

    /** What the term names, of each kind the newest. */
    List<Finding> find(SearchTerm term, int limit);

    /** The invoice or payment of this id. */
    Optional<Finding> find(UUID id);
}
