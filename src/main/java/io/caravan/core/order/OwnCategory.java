package io.caravan.core.order;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;
import java.util.UUID;

/** A link that this sales unit asks about. */
public record OwnCategory(SalesUnit unit, UUID id) {

    public OwnCategory {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(id);
    }
}
