package io.caravan.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields of which faults tell by a path with dots: {@code receipt.orderLines[0].name}. */
public final class ObjectFields extends JsonFields {

    private final JsonNode object;
    private final String path;
    private final String missing;
    private final int most;

    /**
     * The fields of a whole body.
     *
     * @param missing what is said of a field that must be there and is not
     * @param most items in a list
     */
    public ObjectFields(JsonNode object, String missing, int most) {
        this(object, "", missing, most, new Faults());
    }

    private ObjectFields(JsonNode object, String path, String missing, int most, Faults faults) {
        super(faults);
        this.object = object;
        this.path = path;
        this.missing = missing;
        this.most = most;
    }

    private ObjectFields within(JsonNode inner, String name) {
        return new ObjectFields(inner, path(name) + ".", missing, most, faults());
    }

    @Override
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(raw -> !raw.isNull());
    }

    @Override
    protected String path(String name) {
        return path + name;
    }

    @Override
    protected String missing() {
        return missing;
    }

    /** A text, or a whole number as its digits. */
    public Optional<String> digits(String name, int shortest, int longest) {
        return value(name)
                .flatMap(
                        raw -> raw.isIntegralNumber() ? Optional.of(raw.asText()) : text(name, raw, shortest, longest));
    }

    public Optional<Long> number(String name, long least, long most) {
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

    /** A time as RFC 3339 writes it. */
    public Optional<Instant> time(String name) {
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
    public Optional<ObjectFields> object(String name) {
        return value(name).flatMap(raw -> {
            if (!raw.isObject()) {
                wrong(name, "must be an object");
                return Optional.empty();
            }
            return Optional.of(within(raw, name));
        });
    }

    /** The objects of a list within. */
    public List<ObjectFields> objects(String name) {
        var objects = new ArrayList<ObjectFields>();
        for (var raw : list(name)) {
            if (raw.isObject()) {
                objects.add(within(raw, name + "[" + objects.size() + "]"));
            } else {
                wrong(name, "must be a list of objects");
            }
        }
        return objects;
    }

    public List<String> texts(String name, int longest) {
        var texts = new ArrayList<String>();
        list(name).forEach(raw -> text(name, raw, 0, longest).ifPresent(texts::add));
        return texts;
    }

    private Iterable<JsonNode> list(String name) {
        var list = value(name);
        if (list.isPresent() && (!list.get().isArray() || list.get().size() > most)) {
            wrong(name, "must be a list of at most " + most);
            return List.of();
        }
        return list.<Iterable<JsonNode>>map(found -> found).orElse(List.of());
    }
}
