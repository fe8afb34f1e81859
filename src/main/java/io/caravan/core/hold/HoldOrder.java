package io.caravan.core.hold;

import java.util.Objects;

/**
 * An operator's word that something is to wait, or to go on.
 *
 * @param name of the thing, among those of its kind
 * @param by who says so
 * @param why in that person's words; may be empty for what is to go on
 */
public record HoldOrder(HoldKind kind, String name, String by, String why) {

    public HoldOrder {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(by);
        why = why == null ? "" : why.strip();
    }

    /** For people, as {@code channel push}. */
    public String subject() {
        return kind.text() + " " + name;
    }
}
