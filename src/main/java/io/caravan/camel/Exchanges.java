package io.caravan.camel;

/** The exchange properties that Java writes and routes read. */
public final class Exchanges {

    /** The {@link io.caravan.core.access.Caller}, as proved by the request's credential. Absent on open paths. */
    public static final String CALLER = "CaravanCaller";

    /** The correlation id of the request, a UUID. */
    public static final String CORRELATION_ID = "CaravanCorrelationId";

    /** The request's {@code Idempotency-Key} header, or an empty text. */
    public static final String REQUEST_KEY = "CaravanRequestKey";

    private Exchanges() {}
}
