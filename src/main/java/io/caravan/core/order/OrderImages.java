package io.caravan.core.order;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** The pictures of sales units. They never change. */
public interface OrderImages {

    /**
     * Stores a picture of this sales unit.
     *
     * @return false if it has one of that id: then nothing changes
     */
    boolean add(MerchantId merchant, String msn, OrderImage image, Instant now);

    Optional<OrderImage> find(MerchantId merchant, String msn, String id);

    boolean has(MerchantId merchant, String msn, String id);
}
