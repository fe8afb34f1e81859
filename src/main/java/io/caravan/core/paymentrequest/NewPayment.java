package io.caravan.core.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import java.util.Objects;
import java.util.function.Function;

/**
 * A sales unit's wish to have a payment request created.
 *
 * @param key the sales unit's idempotency key
 * @param answer writes what the sales unit is told
 */
public record NewPayment(PaymentDraft draft, RequestKey key, Function<PaymentRequest, Answer> answer) {

    public NewPayment {
        Objects.requireNonNull(draft);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
    }
}
