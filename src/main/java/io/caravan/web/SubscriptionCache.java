package io.caravan.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caravan.core.access.Subscription;
import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.function.Function;

/** Sales units by merchant, looked up again before ten seconds are over, as callers are. */
public final class SubscriptionCache implements Function<MerchantId, List<Subscription>> {

    private static final int LARGEST = 10_000;

    private final LoadingCache<MerchantId, List<Subscription>> subscriptions;

    public SubscriptionCache(Function<MerchantId, List<Subscription>> subscriptions, Ticker ticker) {
        this.subscriptions = Caffeine.newBuilder()
                .expireAfterWrite(CallerCache.LIFE)
                .maximumSize(LARGEST)
                .ticker(ticker)
                .build(subscriptions::apply);
    }

    @Override
    public List<Subscription> apply(MerchantId merchant) {
        return subscriptions.get(merchant);
    }
}
