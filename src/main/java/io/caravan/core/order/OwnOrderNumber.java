package io.caravan.core.order;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;

/** The number of an order of this sales unit, whatever kind of payment it belongs to. */
public record OwnOrderNumber(SalesUnit unit, String order) {

    public OwnOrderNumber {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(order);
    }
}
