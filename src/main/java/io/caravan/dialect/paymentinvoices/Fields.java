package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object on their way into values. What is wrong with one is noted under its JSON pointer, and it is
 * read as absent; so is null. Those that nobody asks for are left alone.
 */
final class Fields {

    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*", Pattern.DOTALL);

    /** More faults, and more values in a map, are of no use to anybody. */
    private static final int MOST = 100;

    private final JsonNode object;
    private final String path;
    private final List<Violation> faults;

    private Fields(JsonNode object, String path, List<Violation> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    static Fields of(JsonNode object) {
        return new Fields(object, "", new ArrayList<>());
    }

    void wrong(String name, String message) {
        if (faults.size() < MOST) {
            faults.add(new Violation(path + "/" + name.replace("~", "~0").replace("/", "~1"), message));
        }
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(raw -> !raw.isNull());
    }

    /** The value as read, which must be there. */
    <T> Optional<T> required(String name, Optional<T> read) {
        if (!has(name)) {
            wrong(name, "is required");
        }
        return read;
    }

    Optional<String> text(String name, int longest) {
        return value(name).flatMap(raw -> text(name, raw, longest));
    }

    private Optional<String> text(String name, JsonNode raw, int longest) {
        if (!raw.isTextual()) {
            wrong(name, "must be a string");
        } else if (raw.textValue().length() > longest) {
            wrong(name, "must be at most " + longest + " characters long");
        } else if (!STORABLE.matcher(raw.textValue()).matches()) {
            wrong(name, "has a character that is not allowed");
        } else {
            return Optional.of(raw.textValue());
        }
        return Optional.empty();
    }

    Optional<BigDecimal> number(String name) {
        return value(name).flatMap(raw -> {
            if (!raw.isNumber()) {
                wrong(name, "must be a number");
                return Optional.empty();
            }
            return Optional.of(raw.decimalValue());
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

    /**
     * The fields of an object within, without which nothing can be read.
     *
     * @throws InvalidInput all that was wrong, if it is not there
     */
    Fields needed(String name) {
        var raw = value(name);
        if (raw.filter(JsonNode::isObject).isEmpty()) {
            wrong(name, raw.isEmpty() ? "is required" : "must be an object");
            refuseIfAny();
        }
        return new Fields(raw.orElseThrow(), path + "/" + name, faults);
    }

    /** The fields of an object within. An empty list is what some write for an empty object. */
    Optional<Fields> object(String name) {
        return value(name).filter(raw -> !(raw.isArray() && raw.isEmpty())).flatMap(raw -> {
            if (!raw.isObject()) {
                wrong(name, "must be an object");
                return Optional.empty();
            }
            return Optional.of(new Fields(raw, path + "/" + name, faults));
        });
    }

    /** Texts by their names; numbers and flags count as texts. */
    Map<String, String> texts(int longest) {
        var texts = new LinkedHashMap<String, String>();
        if (object.size() > MOST) {
            faults.add(new Violation(path, "must have at most " + MOST + " values"));
            return texts;
        }
        object.properties().stream().filter(pair -> !pair.getValue().isNull()).forEach(pair -> {
            if (pair.getValue().isTextual() || !pair.getValue().isValueNode()) {
                text(pair.getKey(), pair.getValue(), longest).ifPresent(text -> texts.put(pair.getKey(), text));
            } else {
                texts.put(pair.getKey(), pair.getValue().asText());
            }
        });
        return texts;
    }

    /** All of it as JSON, if that is not too long. */
    Optional<String> json(int longest) {
        var text = object.toString();
        if (text.length() > longest || !STORABLE.matcher(text).matches() || text.contains("\\u0000")) {
            faults.add(new Violation(path, "must be at most " + longest + " characters long, and have no NUL"));
            return Optional.empty();
        }
        return Optional.of(Json.text(object));
    }

    /** @throws InvalidInput all that was wrong */
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
