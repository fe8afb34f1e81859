package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.OperationId;
import java.util.Objects;

/**
 * A refund that was asked for.
 *
 * @param again whether the same was asked for before
 */
public record Refunding(OperationId operation, boolean again) {

    public Refunding {
        Objects.requireNonNull(operation);
    }
}
