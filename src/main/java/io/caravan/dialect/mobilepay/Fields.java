package io.caravan.dialect.mobilepay;

import io.caravan.core.id.Uuids;
import io.caravan.json.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The fields of one JSON object on their way into values. What is wrong with one is added to the faults, and it is read
 * as absent; so is null, and a text without a visible character.
 */
final class Fields {

    static final int LONGEST_TEXT = 255;
    static final int LONGEST_URL = 2048;
    private static final int MOST_DIGITS = 16;

    private final Map<?, ?> values;
    private final String path;
    private final Faults faults;

    Fields(Map<?, ?> values, Faults faults) {
        this(values, "", faults);
    }

    private Fields(Map<?, ?> values, String path, Faults faults) {
        this.values = values;
        this.path = path;
        this.faults = faults;
    }

    void wrong(String name, String message) {
        faults.add(path + name, message);
    }

    /** Whether there is a value, right or wrong. */
    boolean has(String name) {
        var raw = raw(name);
        return raw != null && !(raw instanceof String text && text.isBlank());
    }

    /** The value as read, which must be there. */
    <T> Optional<T> required(String name, Optional<T> read) {
        if (!has(name)) {
            wrong(name, "is required");
        }
        return read;
    }

    Optional<String> text(String name) {
        return text(name, LONGEST_TEXT);
    }

    Optional<String> text(String name, int longest) {
        return value(name, String.class, "must be a string")
                .filter(text -> !text.isBlank())
                .filter(text -> isStorable(name, text, longest));
    }

    Optional<UUID> guid(String name) {
        return text(name).flatMap(text -> orWrong(Uuids.parse(text), name, "must be a GUID"));
    }

    Optional<LocalDate> date(String name) {
        return text(name).flatMap(text -> orWrong(Dates.read(text), name, "must be a date, YYYY-MM-DD"));
    }

    Optional<Boolean> flag(String name) {
        return value(name, Boolean.class, "must be true or false");
    }

    Optional<BigDecimal> amount(String name, int decimals) {
        return amount(name, decimals, MOST_DIGITS);
    }

    /** A number with at most that many decimals, and that many digits before them. */
    Optional<BigDecimal> amount(String name, int decimals, int digits) {
        var number = value(name, BigDecimal.class, "must be a number").map(BigDecimal::stripTrailingZeros);
        if (number.filter(n -> n.scale() > decimals).isPresent()) {
            wrong(name, "must have at most " + decimals + " decimals");
            return Optional.empty();
        }
        if (number.filter(n -> n.precision() - (long) n.scale() > digits).isPresent()) {
            wrong(name, "must have at most " + digits + " digits before the decimals");
            return Optional.empty();
        }
        return number.map(n -> n.scale() < 0 ? n.setScale(0) : n);
    }

    /** A list of texts; empty if absent. */
    List<String> lines(String name, int most) {
        var lines = new ArrayList<String>();
        for (var line : list(name)) {
            if (!(line instanceof String text)) {
                wrong(name, "must be a list of strings");
                return List.of();
            }
            if (isStorable(name + "[" + lines.size() + "]", text, LONGEST_TEXT)) {
                lines.add(text);
            }
        }
        if (lines.size() > most) {
            wrong(name, "must have at most " + most + " lines");
        }
        return lines;
    }

    Optional<Fields> object(String name) {
        return value(name, Map.class, "must be an object").map(object -> new Fields(object, path + name + ".", faults));
    }

    /** A list of objects; empty if absent. */
    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (var item : list(name)) {
            var at = name + "[" + objects.size() + "]";
            if (item instanceof Map<?, ?> object) {
                objects.add(new Fields(object, path + at + ".", faults));
            } else {
                wrong(at, "must be an object");
                return List.of();
            }
        }
        return objects;
    }

    /** Whether a list is absent or has nothing in it. */
    boolean isEmpty(String name) {
        var raw = raw(name);
        return raw == null || raw instanceof List<?> list && list.isEmpty();
    }

    private List<?> list(String name) {
        return value(name, List.class, "must be a list").orElse(List.of());
    }

    private <T> Optional<T> value(String name, Class<T> type, String expected) {
        var raw = raw(name);
        if (raw == null || type.isInstance(raw)) {
            return Optional.ofNullable(type.cast(raw));
        }
        wrong(name, raw == Json.TWICE ? "is given twice" : expected);
        return Optional.empty();
    }

    private Object raw(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    private <T> Optional<T> orWrong(Optional<T> read, String name, String message) {
        if (read.isEmpty()) {
            wrong(name, message);
        }
        return read;
    }

    /** PostgreSQL stores no U+0000, and UTF-8 has no half of a surrogate pair. */
    private boolean isStorable(String name, String text, int longest) {
        if (text.length() > longest) {
            wrong(name, "must be at most " + longest + " characters long");
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                wrong(name, "has a character that is not allowed");
                return false;
            }
        }
        return true;
    }
}
