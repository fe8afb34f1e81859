package io.caravan.dialect.callbacks;

import io.caravan.json.Faults;
import io.caravan.json.StrictJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a request asks for by name, in its query or its body, and all that is wrong with it. Names count in any case. */
final class Parameters {

    private static final StrictJson JSON = new StrictJson(1 << 20);

    private final Map<String, String> values = new HashMap<>();
    private final Faults faults = new Faults();

    private final Set<String> names;

    private Parameters(Set<String> names) {
        this.names = names;
    }

    /** Those of these names (in lower case) in a query as it stands in the request, or null. */
    static Parameters ofQuery(String query, Set<String> names) {
        var parameters = new Parameters(names);
        if (query != null) {
            for (var pair : query.split("&")) {
                var parts = pair.split("=", 2);
                parameters.decode(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return parameters;
    }

    /** And those of a JSON object, if there is a body. */
    Parameters andBody(byte[] body) {
        if (body.length > 0) {
            JSON.object(body).properties().forEach(field -> {
                if (!isKnown(field.getKey())) {
                    return;
                }
                if (field.getValue().isTextual()) {
                    put(field.getKey(), field.getValue().textValue());
                } else if (!field.getValue().isNull()) {
                    wrong(field.getKey(), "must be a string");
                }
            });
        }
        return this;
    }

    private void decode(String name, String value) {
        try {
            put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            faults.add("", "has a query that cannot be read");
        }
    }

    private void put(String name, String value) {
        if (isKnown(name) && !value.isBlank() && values.put(name.toLowerCase(Locale.ROOT), value.strip()) != null) {
            wrong(name, "is given twice");
        }
    }

    private boolean isKnown(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The value, if there is one that can be read. */
    <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String expected) {
        var text = Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
        var value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            wrong(name, expected);
        }
        return value;
    }

    void wrong(String name, String message) {
        faults.add(name, message);
    }

    void refuseIfWrong() {
        faults.refuseIfAny();
    }
}
