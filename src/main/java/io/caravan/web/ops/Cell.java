package io.caravan.web.ops;

import java.util.List;

/**
 * What stands in a place of a table.
 *
 * @param detail below the text, smaller
 * @param link where the text leads; empty if nowhere
 * @param tone {@code good}, {@code note}, {@code bad}, {@code secret}, or empty for text without a colour of its own
 */
public record Cell(String text, String detail, String link, String tone, List<Form> forms) {

    public Cell {
        forms = List.copyOf(forms);
    }

    static Cell of(String text) {
        return new Cell(text, "", "", "", List.of());
    }

    static Cell of(String text, String detail) {
        return new Cell(text, detail, "", "", List.of());
    }

    static Cell link(String text, String address) {
        return new Cell(text, "", address, "", List.of());
    }

    /** What is copied by hand or machine, and wraps anywhere. */
    static Cell secret(String text) {
        return new Cell(text, "", "", "secret", List.of());
    }

    /** A state, with a colour that helps and is not needed. */
    static Cell state(String text, String tone) {
        return new Cell(text, "", "", tone, List.of());
    }

    static Cell forms(Form... forms) {
        return new Cell("", "", "", "", List.of(forms));
    }

    Cell with(String more) {
        return new Cell(text, more, link, tone, forms);
    }
}
