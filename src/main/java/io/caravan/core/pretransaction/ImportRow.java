package io.caravan.core.pretransaction;

import java.util.Objects;

/**
 * A row of an import that could be read.
 *
 * @param number counts the rows of the import from 1
 * @param callbacks where the partner wants to hear of this one only
 */
public record ImportRow(int number, PreTransactionDraft draft, SingleCallbacks callbacks) {

    public ImportRow {
        Objects.requireNonNull(draft);
        Objects.requireNonNull(callbacks);
    }
}
