package io.caravan.core.privacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is held of a payer, of one kind.
 *
 * @param kind such as {@code invoices}
 * @param rows values by their names: texts, numbers, and lists and maps of these
 * @param complete whether these are all
 */
public record HeldRows(String kind, List<Map<String, Object>> rows, boolean complete) {

    public HeldRows {
        Objects.requireNonNull(kind);
        rows = List.copyOf(rows);
    }

    /** Without what is known of the payer. */
    @Override
    public String toString() {
        return rows.size() + " " + kind;
    }
}
