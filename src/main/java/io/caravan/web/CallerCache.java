package io.caravan.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caravan.core.access.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Callers by client id, each looked up again before ten seconds are over: by then a disabled one is refused. */
public final class CallerCache implements Function<String, Optional<Caller>> {

    /** A second short of the promise, for the lookup itself. */
    static final Duration LIFE = Duration.ofSeconds(9);

    private static final int LARGEST = 10_000;

    private final LoadingCache<String, Optional<Caller>> callers;

    public CallerCache(Function<String, Optional<Caller>> callers, Ticker ticker) {
        this.callers = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(LARGEST)
                .ticker(ticker)
                .build(callers::apply);
    }

    @Override
    public Optional<Caller> apply(String clientId) {
        return callers.get(clientId);
    }
}
