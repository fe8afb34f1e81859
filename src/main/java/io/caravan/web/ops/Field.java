package io.caravan.web.ops;

import java.util.List;

/**
 * A field of a form.
 *
 * @param type as HTML has it: {@code hidden}, {@code text}, {@code search}, {@code password}; {@code select},
 *     {@code textarea}; or {@code fixed} for what is shown and sent and not changed
 * @param label that is shown before it; none for hidden ones
 * @param hint what belongs into it; may be empty
 * @param options of a selection
 * @param fault what is wrong with the value; may be empty
 */
public record Field(
        String type,
        String name,
        String label,
        String value,
        String hint,
        boolean required,
        List<String> options,
        String fault) {

    public Field {
        options = List.copyOf(options);
    }

    static Field hidden(String name, String value) {
        return new Field("hidden", name, "", value, "", false, List.of(), "");
    }

    static Field text(String name, String label, String hint) {
        return new Field("text", name, label, "", hint, true, List.of(), "");
    }

    static Field search(String name, String label, String value, String hint) {
        return new Field("search", name, label, value, hint, true, List.of(), "");
    }

    /** That may stay empty. */
    static Field maybe(String type, String name, String label, String value, String hint) {
        return new Field(type, name, label, value, hint, false, List.of(), "");
    }

    /** For many lines. */
    static Field area(String name, String label, String value) {
        return new Field("textarea", name, label, value, "", true, List.of(), "");
    }

    static Field select(String name, String label, String value, List<String> options) {
        return new Field("select", name, label, value, "", true, options, "");
    }

    /** The id by which its label finds it, on a page with many forms. */
    public String id(String form) {
        return (form + "-" + name).replaceAll("[^a-zA-Z0-9]+", "-");
    }
}
