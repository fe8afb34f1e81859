package io.caravan.core.order;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;

/** A sales unit's wish to store a picture. */
public record ImageRequest(SalesUnit unit, OrderImage image) {

    public ImageRequest {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(image);
    }
}
