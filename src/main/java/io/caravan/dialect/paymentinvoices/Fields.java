package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import io.caravan.json.Faults;
import io.caravan.json.JsonFields;
import io.caravan.json.StrictJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a JSON object on their way into values. What is wrong with one is noted under its JSON pointer, and it is
 * read as absent; so is null. Those that nobody asks for are left alone.
 */
final class Fields extends JsonFields {

    /** Values in a map. */
    private static final int MOST = 100;

    private static final int LONGEST_NAME = 255;

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path, Faults faults) {
        super(faults);
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonNode object) {
        return new Fields(object, "", new Faults());
    }

    @Override
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(raw -> !raw.isNull());
    }

    @Override
    protected String path(String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
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
        return new Fields(raw.orElseThrow(), path(name), faults());
    }

    /** The fields of an object within. An empty list is what some write for an empty object. */
    Optional<Fields> object(String name) {
        return value(name).filter(raw -> !(raw.isArray() && raw.isEmpty())).flatMap(raw -> {
            if (!raw.isObject()) {
                wrong(name, "must be an object");
                return Optional.empty();
            }
            return Optional.of(new Fields(raw, path(name), faults()));
        });
    }

    /** Texts by their names; numbers and flags count as texts. */
    Map<String, String> texts(int longest) {
        var texts = new LinkedHashMap<String, String>();
        if (object.size() > MOST) {
            faults().add(path, "must have at most " + MOST + " values");
            return texts;
        }
        if (object.properties().stream().anyMatch(pair -> pair.getKey().length() > LONGEST_NAME)) {
            faults().add(path, "must have names of at most " + LONGEST_NAME + " characters");
            return texts;
        }
        object.properties().stream().filter(pair -> !pair.getValue().isNull()).forEach(pair -> {
            if (pair.getValue().isTextual() || !pair.getValue().isValueNode()) {
                text(pair.getKey(), pair.getValue(), 0, longest).ifPresent(text -> texts.put(pair.getKey(), text));
            } else {
                texts.put(pair.getKey(), pair.getValue().asText());
            }
        });
        return texts;
    }

    /** All of it as JSON, if that is not too long. */
    Optional<String> json(int longest) {
        var text = object.toString();
        if (text.length() > longest || !isStorable(text) || text.contains("\\u0000")) {
            faults().add(path, "must be at most " + longest + " characters long, and have no NUL");
            return Optional.empty();
        }
        return Optional.of(StrictJson.text(object));
    }
}
