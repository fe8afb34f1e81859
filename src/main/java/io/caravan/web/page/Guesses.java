package io.caravan.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, for each address, the pages it asked for that do not exist; in real time, and in this instance. */
public final class Guesses {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int MOST_ADDRESSES = 100_000;

    private final int limit;
    private final Cache<String, AtomicInteger> counts;

    /** @param limit of an address within ten minutes */
    public Guesses(int limit, Ticker ticker) {
        this.limit = limit;
        this.counts = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MOST_ADDRESSES)
                .ticker(ticker)
                .build();
    }

    boolean tooMany(String address) {
        var count = counts.getIfPresent(address);
        return count != null && count.get() >= limit;
    }

    void count(String address) {
        counts.get(address, first -> new AtomicInteger()).incrementAndGet();
    }
}
