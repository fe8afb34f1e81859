package io.caravan.usecase.callback;

import io.caravan.core.access.Subscription;
import io.caravan.core.access.Subscriptions;
import io.caravan.core.merchant.MerchantId;
import java.util.List;

/** Lists the sales units of a merchant with their keys. */
public class ListSubscriptions {

    private final Subscriptions subscriptions;

    public ListSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    public List<Subscription> list(MerchantId merchant) {
        return subscriptions.of(merchant);
    }
}
