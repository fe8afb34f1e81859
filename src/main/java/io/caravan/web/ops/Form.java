package io.caravan.web.ops;

import java.util.List;

/**
 * A form of the console.
 *
 * @param id tells it from the other forms of its page
 * @param action where it goes, a path seen from all pages
 * @param method {@code get} or {@code post}
 * @param acts whether it does something, or leads to where that is done; who may only look does not see it
 * @param groups of a form that is a page of its own; none for a short one
 * @param button what it does, in one or two words
 * @param tone {@code main}, {@code second} or {@code bad}
 */
public record Form(
        String id,
        String action,
        String method,
        boolean acts,
        List<Field> fields,
        List<FieldGroup> groups,
        String button,
        String tone) {

    public Form {
        fields = List.copyOf(fields);
        groups = List.copyOf(groups);
    }

    /** That does something. */
    static Form act(String id, String action, String button, String tone, Field... fields) {
        return new Form(id, action, "post", true, List.of(fields), List.of(), button, tone);
    }

    /** That only looks. */
    static Form look(String id, String action, String button, String tone, Field... fields) {
        return new Form(id, action, "get", false, List.of(fields), List.of(), button, tone);
    }

    /** That leads to where something is done. */
    static Form lead(String id, String action, String button, String tone, Field... fields) {
        return new Form(id, action, "get", true, List.of(fields), List.of(), button, tone);
    }

    /** With many fields below each other. */
    Form with(List<FieldGroup> many) {
        return new Form(id, action, method, acts, fields, many, button, tone);
    }
}
