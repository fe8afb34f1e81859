package io.caravan.core.page;

import java.util.Objects;
import java.util.UUID;

/**
 * Somebody's wish to see the picture beside a link on the page of a payment.
 *
 * @param link the link's id
 */
public record ImageVisit(PageToken token, UUID link) {

    public ImageVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(link);
    }
}
