package io.caravan.dialect.epayment;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object on their way into values. What is wrong with one is added to the faults, under its path,
 * and it is read as absent; so is null. Those that nobody asks for are left alone.
 */
final class Fields {

    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*", Pattern.DOTALL);
    private static final int MOST = 2000;

    private final JsonNode object;
    private final String path;
    private final Faults faults;

    Fields(JsonNode object, Faults faults) {
        this(object, "", faults);
    }

    private Fields(JsonNode object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** Whether both databases can keep this text. */
    static boolean isStorable(String text) {
        return STORABLE.matcher(text).matches();
    }

    void wrong(String name, String message) {
        faults.add(path + name, message);
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** The value as read, which must be there. */
    <T> Optional<T> required(String name, Optional<T> read) {
        if (!has(name)) {
            wrong(name, FaultCodes.REQUIRED);
        }
        return read;
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(raw -> !raw.isNull());
    }

    Optional<String> text(String name, int shortest, int longest) {
        return value(name).flatMap(raw -> text(name, raw, shortest, longest));
    }

    /** A text, or a whole number as its digits. */
    Optional<String> digits(String name, int shortest, int longest) {
        return value(name)
                .flatMap(
                        raw -> raw.isIntegralNumber() ? Optional.of(raw.asText()) : text(name, raw, shortest, longest));
    }

    private Optional<String> text(String name, JsonNode raw, int shortest, int longest) {
        if (!raw.isTextual()) {
            wrong(name, "must be a string");
        } else if (raw.textValue().length() < shortest || raw.textValue().length() > longest) {
            wrong(name, "must be " + shortest + " to " + longest + " characters long");
        } else if (!isStorable(raw.textValue())) {
            wrong(name, "has a character that is not allowed");
        } else {
            return Optional.of(raw.textValue());
        }
        return Optional.empty();
    }

    Optional<Long> number(String name, long least, long most) {
        return value(name).flatMap(raw -> {
            if (raw.isIntegralNumber()
                    && raw.canConvertToLong()
                    && raw.longValue() >= least
                    && raw.longValue() <= most) {
                return Optional.of(raw.longValue());
            }
            wrong(name, "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(String name) {
        return value(name).flatMap(raw -> {
            if (!raw.isBoolean()) {
                wrong(name, "must be true or false");
                return Optional.empty();
            }
            return Optional.of(raw.booleanValue());
        });
    }

    /** A time as RFC 3339 writes it. */
    Optional<Instant> time(String name) {
        return text(name, 1, 40).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                wrong(name, "must be a time as in 2023-09-15T00:00:00Z");
                return Optional.empty();
            }
        });
    }

    /** The fields of an object within. */
    Optional<Fields> object(String name) {
        return value(name).flatMap(raw -> {
            if (!raw.isObject()) {
                wrong(name, "must be an object");
                return Optional.empty();
            }
            return Optional.of(new Fields(raw, path + name + ".", faults));
        });
    }

    /** The objects of a list within. */
    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (var raw : list(name)) {
            if (raw.isObject()) {
                objects.add(new Fields(raw, path + name + "[" + objects.size() + "].", faults));
            } else {
                wrong(name, "must be a list of objects");
            }
        }
        return objects;
    }

    List<String> texts(String name, int longest) {
        var texts = new ArrayList<String>();
        list(name).forEach(raw -> text(name, raw, 0, longest).ifPresent(texts::add));
        return texts;
    }

    private Iterable<JsonNode> list(String name) {
        var list = value(name);
        if (list.isPresent() && (!list.get().isArray() || list.get().size() > MOST)) {
            wrong(name, "must be a list of at most " + MOST);
            return List.of();
        }
        return list.<Iterable<JsonNode>>map(found -> found).orElse(List.of());
    }

    /** @throws InvalidInput all that was wrong */
    void refuseIfAny() {
        faults.refuseIfAny();
    }
}
