package io.caravan.usecase.ops;

import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Findings;
import io.caravan.core.ops.Newest;
import io.caravan.core.ops.SearchTerm;
import java.util.List;

/** Finds invoices and payments by an id, a reference or a phone. */
public class SearchThings {

    private final Findings findings;

    public SearchThings(Findings findings) {
        this.findings = findings;
    }

    public Newest<Finding> search(SearchTerm term) {
        return term.isEmpty() ? new Newest<>(List.of(), true) : findings.find(term, Findings.MOST);
    }
}
