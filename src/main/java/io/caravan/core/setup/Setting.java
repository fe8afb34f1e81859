package io.caravan.core.setup;

import java.util.List;
import java.util.Objects;

/**
 * A property of a thing, as people see it.
 *
 * @param path where it is in the thing, as {@code profile/home/city}
 * @param label for people
 * @param hint what belongs into it; may be empty
 * @param choices of a selection; none for anything else
 */
public record Setting(String path, String label, Type type, String hint, List<String> choices) {

    /** What can be written into it. */
    public enum Type {
        TEXT,
        NUMBER,
        AMOUNT,
        /** {@code yes} or {@code no}. */
        FLAG,
        CHOICE,
        /** What is not shown again. */
        SECRET
    }

    public Setting {
        Objects.requireNonNull(path);
        Objects.requireNonNull(label);
        Objects.requireNonNull(type);
        Objects.requireNonNull(hint);
        choices = List.copyOf(choices);
    }

    /** The same at the end of this path, if that is not empty. */
    public Setting under(String parent) {
        return parent.isEmpty() ? this : new Setting(parent + "/" + path, label, type, hint, choices);
    }
}
