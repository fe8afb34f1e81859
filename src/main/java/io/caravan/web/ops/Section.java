package io.caravan.web.ops;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a page: a table, forms above it and links below.
 *
 * @param note what its reader has to know; may be empty
 * @param columns their titles; none if there is no table
 * @param empty what is said when the table has no rows
 */
public record Section(
        String title,
        String note,
        List<Form> forms,
        List<String> columns,
        List<List<Cell>> rows,
        String empty,
        List<Link> links) {

    public Section {
        forms = List.copyOf(forms);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        links = List.copyOf(links);
    }

    static Section table(String title, List<String> columns, List<List<Cell>> rows, String empty) {
        return new Section(title, "", List.of(), columns, rows, empty, List.of());
    }

    static Section forms(String title, String note, Form... forms) {
        return new Section(title, note, List.of(forms), List.of(), List.of(), "", List.of());
    }

    static Section words(String title, String note) {
        return forms(title, note);
    }

    Section noting(String words) {
        return new Section(title, words, forms, columns, rows, empty, links);
    }

    Section with(Form... more) {
        return new Section(title, note, List.of(more), columns, rows, empty, links);
    }

    Section with(Link... more) {
        return new Section(title, note, forms, columns, rows, empty, List.of(more));
    }

    Section titled(String other) {
        return new Section(other, note, forms, columns, rows, empty, links);
    }

    /** Without this column, in which is nothing that is not said elsewhere. */
    Section without(String column) {
        int at = columns.indexOf(column);
        return new Section(
                title,
                note,
                forms,
                rest(columns, at),
                rows.stream().map(row -> rest(row, at)).toList(),
                empty,
                links);
    }

    private static <T> List<T> rest(List<T> all, int without) {
        return IntStream.range(0, all.size())
                .filter(i -> i != without)
                .mapToObj(all::get)
                .toList();
    }
}
