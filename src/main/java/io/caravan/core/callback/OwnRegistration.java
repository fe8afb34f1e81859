package io.caravan.core.callback;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;

/** A registration that this sales unit asks about. */
public record OwnRegistration(SalesUnit unit, EndpointId id) {

    public OwnRegistration {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(id);
    }
}
