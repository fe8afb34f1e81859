package io.caravan.core.order;

import java.util.Objects;
import java.util.Optional;

/** What a sales unit tells payers of one order: its first link, and its receipt. */
public record OrderDetails(Optional<Category> category, Optional<OrderReceipt> receipt) {

    public OrderDetails {
        Objects.requireNonNull(category);
        Objects.requireNonNull(receipt);
    }
}
