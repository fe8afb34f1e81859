package io.caravan.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A value that was bound to a statement: its kind, on which the database decides whether it fits, and what it was. What
 * differs in each run and fits as well as any other (ids, times, what bytes say) is replaced by something fixed.
 *
 * @param text JSON
 */
record Value(String kind, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final UUID ANY_ID = new UUID(0, 1);
    private static final OffsetDateTime ANY_TIME = OffsetDateTime.parse("2026-01-02T03:04:05.678901Z");
    private static final String ARRAY = "array of ";

    /** Nothing, as the driver was told it, by a number of {@link Types}. */
    static Value none(int type) {
        return new Value("nothing", String.valueOf(type));
    }

    static Value of(Object value) {
        if (value == null) {
            return none(Types.NULL);
        }
        return switch (value.getClass().getSimpleName()) {
            case "String" -> new Value("text", json(((String) value).replaceAll(ID, ANY_ID.toString())));
            case "UUID" -> new Value("uuid", json(ANY_ID));
            case "OffsetDateTime" -> new Value("time", json(ANY_TIME.toString()));
            case "LocalDate" -> new Value("day", json(ANY_TIME.toLocalDate().toString()));
            case "Date" -> new Value("sql day", json(ANY_TIME.toLocalDate().toString()));
            case "LocalTime" -> new Value("time of day", json(value.toString()));
            case "Boolean", "Integer", "Long", "Short", "Double", "BigDecimal" ->
                new Value(value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT), value.toString());
            case "byte[]" -> new Value("bytes", String.valueOf(((byte[]) value).length));
            default -> throw new IllegalArgumentException("no kind for " + value.getClass());
        };
    }

    /** A list as one parameter; one value of it stands for all. */
    static Value array(String type, Object[] values) {
        var one = Arrays.stream(values).limit(1).map(Value::of).toList();
        return new Value(
                ARRAY + type,
                one.isEmpty()
                        ? "[]"
                        : "[" + one.get(0).text() + ", " + json(one.get(0).kind()) + "]");
    }

    boolean isNothing() {
        return kind.equals("nothing");
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        if (isNothing()) {
            statement.setNull(index, Integer.parseInt(text));
        } else if (kind.startsWith(ARRAY)) {
            statement.setArray(
                    index, statement.getConnection().createArrayOf(kind.substring(ARRAY.length()), elements()));
        } else if (kind.equals("text")) {
            statement.setString(index, (String) object());
        } else if (kind.equals("bytes")) {
            statement.setBytes(index, (byte[]) object());
        } else {
            statement.setObject(index, object());
        }
    }

    private Object[] elements() {
        var parts = read(text, Object[].class);
        if (parts.length == 0) {
            return new Object[0];
        }
        var one = new Value((String) parts[1], json(parts[0])).object();
        return one instanceof byte[] bytes ? new byte[][] {bytes} : new Object[] {one};
    }

    private Object object() {
        return switch (kind) {
            case "text" -> read(text, String.class);
            case "uuid" -> read(text, UUID.class);
            case "time" -> OffsetDateTime.parse(read(text, String.class));
            case "day" -> LocalDate.parse(read(text, String.class));
            case "sql day" -> Date.valueOf(read(text, String.class));
            case "time of day" -> LocalTime.parse(read(text, String.class));
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "short" -> Short.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "bigdecimal" -> new BigDecimal(text);
            case "bytes" -> new byte[Integer.parseInt(text)];
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }

    static Value read(String line) {
        var colon = line.indexOf(": ");
        return new Value(line.substring(0, colon), line.substring(colon + 2));
    }

    /** How much there is to read of these. */
    static int length(List<Value> values) {
        return values.stream().mapToInt(value -> value.toString().length()).sum();
    }

    static long nothings(List<Value> values) {
        return values.stream().filter(Value::isNothing).count();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
