package io.caravan.core.order;

import io.caravan.core.salesunit.SalesUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A sales unit's wish to give an order a link. */
public record CategoryRequest(SalesUnit unit, OrderId order, Category.Kind kind, String url, Optional<String> image) {

    public CategoryRequest {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(order);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(url);
        Objects.requireNonNull(image);
    }

    public Category made() {
        return new Category(UUID.randomUUID(), order, kind, url, image);
    }
}
