package io.caravan.dialect.ordermanagement;

import io.caravan.core.problem.InvalidInput;
import io.caravan.json.ObjectFields;
import io.caravan.json.StrictJson;

/** JSON as callers send it. */
final class Json {

    /** An image is a text, too. */
    private static final int LONGEST_TEXT = 3 << 20;

    private static final int MOST_ITEMS = 1000;
    private static final StrictJson STRICT = new StrictJson(LONGEST_TEXT);

    private Json() {}

    /** @throws InvalidInput if this body is no object */
    static ObjectFields fields(byte[] body) {
        return new ObjectFields(STRICT.object(body), "is required", MOST_ITEMS);
    }
}
