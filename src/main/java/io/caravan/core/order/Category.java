package io.caravan.core.order;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A link to more about an order, and what payers find behind it.
 *
 * @param url where the payer is led, an absolute URL
 * @param image the name of a picture that the sales unit has sent
 */
public record Category(UUID id, OrderId order, Kind kind, String url, Optional<String> image) {

    /** What is behind the link. */
    public enum Kind {
        GENERAL,
        RECEIPT,
        ORDER_CONFIRMATION,
        DELIVERY,
        TICKET,
        BOOKING
    }

    public Category {
        Objects.requireNonNull(id);
        Objects.requireNonNull(order);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(url);
        Objects.requireNonNull(image);
    }
}
