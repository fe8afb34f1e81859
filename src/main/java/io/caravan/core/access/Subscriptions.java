package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.List;

/** The sales units and their keys. */
public interface Subscriptions {

    /** Those of this merchant, by their numbers. */
    List<Subscription> of(MerchantId merchant);

    /** Adds the sales unit, or brings its name, keys and settings up to date. Twice is as good as once. */
    void put(Subscription subscription);
}
