package io.caravan.core.ops;

import java.util.Optional;
import java.util.UUID;

/** Invoices and payments, as operators look for them. */
public interface Findings {

    /** How many of each list a search shows. */
    int MOST = 20;

    /** What the term names: of each list that has it so many. */
    Newest<Finding> find(SearchTerm term, int most);

    /** The invoice or payment of this id. */
    Optional<Finding> find(UUID id);
}
