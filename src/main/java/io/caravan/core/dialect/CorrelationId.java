package io.caravan.core.dialect;

import io.caravan.core.id.Uuids;
import java.util.UUID;

/** What a request is called in logs and error answers. */
public final class CorrelationId {

    /** The request attribute under which it is found, as text. */
    public static final String ATTRIBUTE = "caravan.correlation-id";

    private CorrelationId() {}

    /** The caller's own, if that is a UUID, otherwise a new one. */
    public static String of(String header) {
        return Uuids.parse(header).orElseGet(UUID::randomUUID).toString();
    }
}
