package io.caravan.core.order;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;

/** An order of this sales unit. */
public record OwnOrder(SalesUnit unit, OrderId order) {

    public OwnOrder {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(order);
    }
}
