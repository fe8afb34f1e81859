package io.caravan.dialect.epayment;

import io.caravan.core.problem.InvalidInput;
import io.caravan.json.ObjectFields;
import io.caravan.json.StrictJson;

/** JSON as callers send it. */
final class Json {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_ITEMS = 2000;
    private static final StrictJson STRICT = new StrictJson(LONGEST_TEXT);

    private Json() {}

    /** @throws InvalidInput if this body is no object */
    static ObjectFields fields(byte[] body) {
        return new ObjectFields(STRICT.object(body), FaultCodes.REQUIRED, MOST_ITEMS);
    }
}
