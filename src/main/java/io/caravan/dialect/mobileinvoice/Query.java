package io.caravan.dialect.mobileinvoice;

import io.caravan.core.problem.InvalidInput;
import io.caravan.json.JsonFields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query of a request, its names without regard to case. */
record Query(Map<String, String> values) {

    Query {
        values = Map.copyOf(values);
    }

    /** @param text as it came; null if there was none */
    static Query of(String text) {
        var values = new HashMap<String, String>();
        try {
            for (var part : (text == null ? "" : text).split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(
                            decoded(part.substring(0, equals)).toLowerCase(Locale.ROOT),
                            decoded(part.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("query", "cannot be decoded");
        }
        if (!values.values().stream().allMatch(JsonFields::isStorable)) {
            throw InvalidInput.of("query", "has a character that is not allowed");
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT))).filter(text -> !text.isBlank());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> InvalidInput.of(name, "is required"));
    }

    /** A whole number up to this; the other if it is not said. */
    int number(String name, int least, int most, int otherwise) {
        return text(name)
                .map(text -> {
                    try {
                        var number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // told below
                    }
                    throw InvalidInput.of(name, "must be a number from " + least + " to " + most);
                })
                .orElse(otherwise);
    }
}
