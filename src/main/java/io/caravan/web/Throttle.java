package io.caravan.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * So many turns in a time for each key, and so many at once after a pause. Of the keys that have been quiet for long
 * nothing is remembered, and of no more than a hundred thousand anything.
 */
public final class Throttle {

    private static final int LARGEST = 100_000;

    private final boolean open;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param turns in each period; 0 for no limit
     * @param burst turns that a key has at most
     * @param nanos real time that only goes forward, in nanoseconds
     */
    public Throttle(int turns, Duration period, int burst, LongSupplier nanos) {
        open = turns == 0;
        buckets = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterAccess(untilFull(turns, period, burst))
                .ticker(nanos::getAsLong)
                .build(key -> bucket(turns, period, burst, nanos));
    }

    /** Takes a turn; if there is none, how long to wait for one. */
    Optional<Duration> take(String key) {
        if (open) {
            return Optional.empty();
        }
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How long to wait for a turn, if there is none now. */
    Optional<Duration> look(String key) {
        if (open) {
            return Optional.empty();
        }
        var probe = buckets.get(key).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int turns, Duration period, int burst, LongSupplier nanos) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(turns, period))
                .withCustomTimePrecision(new RealTime(nanos))
                .build();
    }

    /** After this time without a turn, a key is like one that has never been seen. */
    private static Duration untilFull(int turns, Duration period, int burst) {
        return period.multipliedBy(burst).dividedBy(Math.max(1, turns)).plus(period);
    }

    private record RealTime(LongSupplier nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
