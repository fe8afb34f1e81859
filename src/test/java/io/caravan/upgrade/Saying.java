package io.caravan.upgrade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that the service sends to its database.
 *
 * @param sql on one line
 * @param examples values that were bound to it: those with the fewest empty ones, and those with the most
 * @param columns what comes back, as {@code name kind} or {@code name kind never empty}
 */
record Saying(String sql, List<List<Value>> examples, List<String> columns) {

    private static final String VALUE = "    ";
    private static final String COLUMNS = "  gives ";
    private static final String EXAMPLE = "  with";
    private static final Comparator<List<Value>> SHORT =
            Comparator.<List<Value>>comparingInt(Value::length).thenComparing(List::toString);
    private static final Comparator<List<Value>> FULL =
            Comparator.<List<Value>>comparingLong(Value::nothings).thenComparing(SHORT);
    private static final Comparator<List<Value>> EMPTY =
            Comparator.<List<Value>>comparingLong(Value::nothings).reversed().thenComparing(SHORT);

    static Saying of(String sql, List<Value> values) {
        return new Saying(sql.strip().replaceAll("\\s+", " "), List.of(List.copyOf(values)), List.of());
    }

    /** The same for statements that differ only in numbers and in the length of lists. */
    String key() {
        return sql.replaceAll("\\?(, ?\\?)+", "?..")
                .replaceAll("(\\([^()]*\\))(, ?\\1)+", "$1..")
                .replaceAll("\\b\\d+\\b", "0");
    }

    /** Of two with the same key, the shorter statement, with examples of both if they fit it. */
    Saying and(Saying other) {
        if (!sql.equals(other.sql)) {
            return Comparator.<Saying>comparingInt(one -> one.sql.length())
                                    .thenComparing(Saying::sql)
                                    .compare(this, other)
                            <= 0
                    ? this
                    : other;
        }
        var all = Stream.concat(examples.stream(), other.examples.stream()).toList();
        return new Saying(
                sql,
                Stream.of(all.stream().min(FULL), all.stream().min(EMPTY))
                        .flatMap(java.util.Optional::stream)
                        .distinct()
                        .toList(),
                columns);
    }

    Saying giving(List<String> names) {
        return new Saying(sql, examples, names);
    }

    Saying withExamples(List<List<Value>> others) {
        return new Saying(sql, others, columns);
    }

    /** Each statement once, in the order of the alphabet. */
    static List<Saying> distinct(Collection<Saying> all) {
        return all.stream()
                .collect(Collectors.toMap(Saying::key, Function.identity(), Saying::and, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Saying::sql))
                .toList();
    }

    /** A paragraph. */
    String written() {
        var text = new StringBuilder(sql).append('\n');
        for (var example : examples) {
            text.append(EXAMPLE).append('\n');
            example.forEach(value -> text.append(VALUE).append(value).append('\n'));
        }
        columns.forEach(column -> text.append(COLUMNS).append(column).append('\n'));
        return text.toString();
    }

    static Saying read(String paragraph) {
        var lines = paragraph.lines().toList();
        var examples = new ArrayList<List<Value>>();
        var columns = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.equals(EXAMPLE)) {
                examples.add(new ArrayList<>());
            } else if (line.startsWith(VALUE)) {
                examples.get(examples.size() - 1).add(Value.read(line.substring(VALUE.length())));
            } else if (line.startsWith(COLUMNS)) {
                columns.add(line.substring(COLUMNS.length()));
            } else {
                throw new IllegalArgumentException(line);
            }
        }
        return new Saying(lines.get(0), List.copyOf(examples), List.copyOf(columns));
    }

    static List<Saying> readAll(String text) {
        return Stream.of(text.split("\n\n"))
                .filter(paragraph -> !paragraph.isBlank() && !paragraph.startsWith("#"))
                .map(Saying::read)
                .toList();
    }

    static Map<String, Saying> byKey(Collection<Saying> all) {
        return all.stream().collect(Collectors.toMap(Saying::key, Function.identity()));
    }
}
