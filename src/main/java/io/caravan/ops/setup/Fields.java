package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The fields of one object of a setup. Each is asked for once; whatever is wrong is noted, and no value is repeated. */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final SetupFaults faults;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final int before;

    Fields(JsonNode object, String pointer, SetupFaults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        before = faults.count();
        object.fieldNames().forEachRemaining(unknown::add);
        if (!object.isObject()) {
            faults.add(pointer, "must be an object");
        }
    }

    String pointer() {
        return pointer;
    }

    /** A text of one character or more; empty if there is none, which is then a fault. */
    String text(String name, int longest) {
        return optional(name, longest).orElseGet(() -> {
            if (get(name).isEmpty()) {
                missing(name);
            }
            return "";
        });
    }

    Optional<String> optional(String name, int longest) {
        return get(name).flatMap(value -> {
            if (!value.isTextual()) {
                return wrong(name, "must be a text");
            }
            var text = faults.resolved(value.textValue(), pointer + "/" + name);
            if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
                return wrong(name, "must have 1 to " + longest + " characters, and no control characters");
            }
            return Optional.of(text);
        });
    }

    /** A text that something is made of, which may refuse it. */
    <T> Optional<T> optional(String name, Function<String, Optional<T>> parse, String message) {
        return optional(name, SetupReader.LONGEST).flatMap(text -> {
            try {
                var parsed = parse.apply(text);
                return parsed.isPresent() ? parsed : wrong(name, message);
            } catch (IllegalArgumentException | DateTimeException e) {
                return wrong(name, message);
            }
        });
    }

    /** The same, and there must be one; the stand-in is for going on after a fault. */
    <T> T required(String name, Function<String, Optional<T>> parse, String message, T standIn) {
        if (get(name).isEmpty()) {
            missing(name);
        }
        return optional(name, parse, message).orElse(standIn);
    }

    /** A text of this form. */
    String required(String name, Predicate<String> form, String message) {
        return required(name, text -> Optional.of(text).filter(form), message, "");
    }

    Optional<Boolean> flag(String name) {
        return get(name)
                .flatMap(value ->
                        value.isBoolean() ? Optional.of(value.booleanValue()) : wrong(name, "must be true or false"));
    }

    /** A whole number from 1 on. */
    int number(String name, int largest) {
        var value = get(name);
        if (value.isEmpty()) {
            missing(name);
            return 1;
        }
        return value.filter(number -> number.isIntegralNumber() && number.canConvertToInt())
                .map(JsonNode::intValue)
                .filter(number -> number >= 1 && number <= largest)
                .or(() -> wrong(name, "must be a whole number from 1 to " + largest))
                .orElse(1);
    }

    BigDecimal amount(String name) {
        var value = get(name);
        if (value.isEmpty()) {
            missing(name);
        }
        return value.flatMap(amount ->
                        amount.isNumber() ? Optional.of(amount.decimalValue()) : wrong(name, "must be a number"))
                .orElse(BigDecimal.ONE);
    }

    Optional<Fields> object(String name) {
        return get(name).map(value -> new Fields(value, pointer + "/" + name, faults));
    }

    /** The objects of a list; none if there is no list. */
    List<Fields> list(String name) {
        var list = get(name);
        if (list.isEmpty() || !list.get().isArray()) {
            list.ifPresent(value -> wrong(name, "must be a list"));
            return List.of();
        }
        var objects = new ArrayList<Fields>();
        for (int i = 0; i < list.get().size(); i++) {
            objects.add(new Fields(list.get().get(i), pointer + "/" + name + "/" + i, faults));
        }
        return objects;
    }

    /** Names and texts; none if there is no such object. */
    Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        object(name).ifPresent(fields -> {
            List.copyOf(fields.unknown).forEach(key -> texts.put(key, fields.text(key, SetupReader.LONGEST)));
            fields.end();
        });
        return texts;
    }

    private void missing(String name) {
        faults.add(pointer + "/" + name, "is required");
    }

    <T> Optional<T> wrong(String name, String message) {
        faults.add(pointer + "/" + name, message);
        return Optional.empty();
    }

    /** What is made of these fields, unless one of them is wrong, or there are others. */
    <T> Optional<T> make(Supplier<T> maker) {
        end();
        if (faults.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            faults.add(pointer, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void end() {
        unknown.forEach(name -> faults.add(pointer + "/" + name, "is not known here"));
        unknown.clear();
    }

    private Optional<JsonNode> get(String name) {
        unknown.remove(name);
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }
}
