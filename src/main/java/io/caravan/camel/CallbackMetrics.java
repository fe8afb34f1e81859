package io.caravan.camel;

import io.caravan.core.callback.Desk;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.Verdict;
import io.caravan.core.callback.WaitingEvents.Backlog;
import io.caravan.core.dialect.Dialect;
import io.caravan.usecase.MeasureCallbacks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of callbacks. The tables are counted once in ten seconds, however often somebody asks. */
public final class CallbackMetrics {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.callbacks");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Backlog NOTHING = new Backlog(0, Duration.ZERO);

    private record Counters(Counter delivered, Counter failedAttempts, Counter dead) {}

    private final Map<Dialect, Counters> counters = new EnumMap<>(Dialect.class);
    private final MeasureCallbacks measureCallbacks;
    private final Collection<Dialect> dialects;
    private Map<Dialect, Backlog> backlog = Map.of();
    private long measuredAt = System.nanoTime() - FRESH.toNanos();

    public CallbackMetrics(
            MeterRegistry registry, MeasureCallbacks measureCallbacks, Collection<Dialect> dialects, Desk desk) {
        this.measureCallbacks = measureCallbacks;
        this.dialects = dialects;
        Gauge.builder("caravan.callbacks.open", desk, Desk::open)
                .description("Exchanges with merchants that are under way in this instance")
                .register(registry);
        for (var dialect : dialects) {
            counters.put(
                    dialect,
                    new Counters(
                            counter(registry, "delivered", "Deliveries that merchants have taken", dialect),
                            counter(registry, "failed.attempts", "Attempts that failed", dialect),
                            counter(registry, "dead", "Deliveries given up", dialect)));
            gauge(registry, "pending", "Events on their way to merchants", dialect, Backlog::callbacks);
            gauge(
                    registry,
                    "oldest.pending.seconds",
                    "Age of the oldest event on its way to a merchant",
                    dialect,
                    some -> some.oldest().toMillis() / 1000.0);
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description, Dialect dialect) {
        return Counter.builder("caravan.callbacks." + name)
                .description(description)
                .tag("dialect", dialect.text())
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, Dialect dialect, ToDoubleFunction<Backlog> value) {
        Gauge.builder(
                        "caravan.callbacks." + name,
                        this,
                        metrics -> value.applyAsDouble(metrics.backlog().getOrDefault(dialect, NOTHING)))
                .description(description)
                .tag("dialect", dialect.text())
                .register(registry);
    }

    private synchronized Map<Dialect, Backlog> backlog() {
        if (System.nanoTime() - measuredAt >= FRESH.toNanos()) {
            backlog = measureCallbacks.measure(dialects);
            measuredAt = System.nanoTime();
        }
        return backlog;
    }

    /** Counts outcomes, and names each delivery that was given up. */
    public Recorded count(Recorded recorded) {
        recorded.verdicts().forEach(this::count);
        return recorded;
    }

    private void count(Verdict verdict) {
        var posting = verdict.attempt().posting();
        var counted = counters.get(posting.dialect());
        switch (verdict.state()) {
            case DELIVERED -> counted.delivered().increment();
            case PENDING, SENDING -> counted.failedAttempts().increment();
            case DEAD -> {
                counted.failedAttempts().increment();
                counted.dead().increment();
                LOG.error(
                        "Callback delivery {} for merchant {} is given up after {} attempts",
                        posting.id(),
                        posting.merchant(),
                        posting.attempt());
            }
        }
    }
}
