package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import io.caravan.json.StrictJson;

/** JSON as callers send it. */
final class Json {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final StrictJson STRICT = new StrictJson(LONGEST_TEXT);

    private Json() {}

    /** @throws InvalidInput if this body is no object */
    static JsonNode object(byte[] body) {
        return STRICT.object(body);
    }

    /** @throws InvalidInput if this body is no object */
    static Fields fields(byte[] body) {
        return new Fields(object(body));
    }
}
