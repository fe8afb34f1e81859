package io.caravan.camel;

/** The exchange properties that Java writes and routes read. */
public final class Exchanges {

    /** The {@link io.caravan.core.access.Caller}, as proved by the request's credential. Absent on open paths. */
    public static final String CALLER = "CaravanCaller";

    /** The correlation id of the request, a UUID. */
    public static final String CORRELATION_ID = "CaravanCorrelationId";

    /** The path of the request, as it came. */
    public static final String PATH = "CaravanPath";

    /** The address that the request came from, as text. */
    public static final String ADDRESS = "CaravanAddress";

    /** The request's {@code Idempotency-Key} header as it came, or an empty text. */
    public static final String IDEMPOTENCY_KEY = "CaravanIdempotencyKey";

    /** What {@link RequestKeys} made of it: an optional {@link io.caravan.core.dialect.RequestKey}. */
    public static final String REQUEST_KEY = "CaravanRequestKey";

    /** The {@link io.caravan.core.paymentrequest.AdjustmentRequest}, once it has been read; a route writes it. */
    public static final String ADJUSTMENT = "CaravanAdjustment";

    /** The {@link io.caravan.core.ops.OperatorRequest} of the console. */
    public static final String OPERATOR_REQUEST = "CaravanOperatorRequest";

    private Exchanges() {}
}
