package io.caravan.core.order;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What sales units tell payers of their orders. */
public interface Orders {

    /** The links of an order: the one that it has by {@link #put} first, then the others, the newest first. */
    List<Category> categories(MerchantId merchant, OrderId order);

    /** The links of the order with this number, whatever kind of payment it belongs to. */
    List<Category> categories(MerchantId merchant, String msn, String order);

    Optional<OrderReceipt> receipt(MerchantId merchant, OrderId order);

    /** Whether there is a link or a receipt. */
    default boolean isDescribed(MerchantId merchant, OrderId order) {
        return receipt(merchant, order).isPresent()
                || !categories(merchant, order).isEmpty();
    }

    /** Gives the order this link in place of the one that it had by this method. */
    void put(MerchantId merchant, Category category, Instant now);

    /** Gives the order one more link. */
    void add(MerchantId merchant, Category category, Instant now);

    /** A link of this sales unit. */
    Optional<Category> category(MerchantId merchant, String msn, UUID id);

    /** Takes a link of this sales unit away; answers whether there was one. */
    boolean remove(MerchantId merchant, String msn, UUID id);

    /**
     * Gives the order its receipt.
     *
     * @return false if it had one: then nothing changes
     */
    boolean add(MerchantId merchant, OrderId order, UUID id, OrderReceipt receipt, Instant now);
}
