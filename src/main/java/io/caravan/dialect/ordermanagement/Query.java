package io.caravan.dialect.ordermanagement;

import io.caravan.core.problem.InvalidInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads queries of addresses. */
final class Query {

    private Query() {}

    /**
     * The first value of this name; null if there is none.
     *
     * @param query as it came; may be null
     * @throws InvalidInput if it cannot be read
     */
    static String value(String query, String name) {
        if (query == null) {
            return null;
        }
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].equals(name)) {
                try {
                    return URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    throw InvalidInput.of(name, "cannot be read");
                }
            }
        }
        return null;
    }
}
