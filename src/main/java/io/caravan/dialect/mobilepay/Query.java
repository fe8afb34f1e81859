package io.caravan.dialect.mobilepay;

import io.caravan.core.problem.InvalidInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query of a request as plain values, by their names in lower case. */
final class Query {

    private Query() {}

    /**
     * The values of this query; null is one without any.
     *
     * @throws InvalidInput if it cannot be decoded
     */
    static Map<String, Object> read(String query) {
        var values = new HashMap<String, Object>();
        for (var pair : Optional.ofNullable(query).orElse("").split("&")) {
            var parts = pair.split("=", 2);
            var name = decoded(parts[0]).toLowerCase(Locale.ROOT);
            var value = parts.length == 2 ? decoded(parts[1]) : "";
            values.merge(name, value, (one, other) -> Json.TWICE);
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("", "has a query that cannot be read");
        }
    }
}
