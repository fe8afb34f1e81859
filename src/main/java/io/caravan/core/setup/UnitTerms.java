package io.caravan.core.setup;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Optional;

/** A sales unit; the keys that it does not say are made when it is new. */
public record UnitTerms(SalesUnit unit, Optional<String> key, Optional<String> otherKey) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return unit.toString();
    }
}
