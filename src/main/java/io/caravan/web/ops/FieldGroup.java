package io.caravan.web.ops;

import java.util.List;

/**
 * Fields of a long form that belong together.
 *
 * @param title may be empty
 * @param note what its reader has to know; may be empty
 */
public record FieldGroup(String title, String note, List<Field> fields) {

    public FieldGroup {
        fields = List.copyOf(fields);
    }
}
