package io.caravan.camel;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.problem.Problem;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.usecase.paymentrequest.KeepRefusal;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Has refusals kept under the idempotency keys of their requests. A step of error policies, before the answer is written. */
public final class RefusalKeys {

    private static final int LONGEST_KEY = 50;

    private final KeepRefusal keepRefusal;

    public RefusalKeys(KeepRefusal keepRefusal) {
        this.keepRefusal = keepRefusal;
    }

    /**
     * Makes the body, an {@link Answer} that says no, what is kept for this request: it itself, or what came first. What
     * is not for good is not kept: that the service is busy, has failed, or that the key itself is the trouble.
     *
     * @throws Problem KEY_REUSED, KEY_IN_USE
     */
    public void keep(Exchange exchange) {
        var refusal = exchange.getMessage().getBody(Answer.class);
        var unit = Optional.ofNullable(exchange.getProperty(Exchanges.CALLER, Caller.class))
                .flatMap(Caller::salesUnit);
        var key = unit.flatMap(known -> ownKey(exchange, known));
        if (isForGood(refusal, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                && unit.isPresent()
                && key.isPresent()) {
            exchange.getMessage().setBody(keepRefusal.keep(unit.get().merchant(), key.get(), refusal));
        }
    }

    /** The key by which the request itself is known, if it was read. */
    private static Optional<RequestKey> ownKey(Exchange exchange, SalesUnit unit) {
        return exchange.getProperty(Exchanges.ADJUSTMENT) instanceof AdjustmentRequest wish
                ? wish.ownKey()
                : key(exchange).map(key -> key.within(unit.msn()));
    }

    private static Optional<RequestKey> key(Exchange exchange) {
        return exchange.getProperty(Exchanges.REQUEST_KEY) instanceof Optional<?> found
                ? found.map(RequestKey.class::cast).filter(key -> key.key().length() <= LONGEST_KEY)
                : Optional.empty();
    }

    private static boolean isForGood(Answer refusal, Throwable reason) {
        return switch (refusal.status()) {
            case 400, 404, 409, 422, 423 -> !(reason instanceof Problem problem && problem.isAboutTheKey());
            default -> false;
        };
    }
}
