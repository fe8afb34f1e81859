package io.caravan.camel;

import io.caravan.core.callback.CallbackFigures;
import io.caravan.core.callback.Desk;
import io.caravan.core.callback.Overdue;
import io.caravan.core.callback.Recorded;
import io.caravan.core.callback.Verdict;
import io.caravan.core.dialect.Dialect;
import io.caravan.usecase.callback.MeasureCallbacks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of callbacks. The tables are counted once in ten seconds, however often somebody asks. */
public final class CallbackMetrics {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.callbacks");
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Counters(Counter delivered, Counter failedAttempts, Counter dead) {}

    private final Map<Dialect, Counters> counters = new EnumMap<>(Dialect.class);
    private final MeasureCallbacks measureCallbacks;
    private final Collection<Dialect> dialects;
    private Map<Dialect, CallbackFigures> figures = Map.of();
    private long measuredAt = System.nanoTime() - FRESH.toNanos();

    public CallbackMetrics(
            MeterRegistry registry, MeasureCallbacks measureCallbacks, Collection<Dialect> dialects, Desk desk) {
        this.measureCallbacks = measureCallbacks;
        this.dialects = dialects;
        for (var dialect : dialects) {
            counters.put(
                    dialect,
                    new Counters(
                            counter(registry, "delivered", "Deliveries that merchants have taken", dialect),
                            counter(registry, "failed.attempts", "Attempts that failed", dialect),
                            counter(registry, "dead", "Callbacks given up", dialect)));
            Gauge.builder("caravan.callbacks.open", desk, all -> all.open(dialect))
                    .description("Exchanges with merchants that are under way in this instance")
                    .tag("dialect", dialect.text())
                    .register(registry);
            gauge(registry, "pending", "Events on their way to merchants", dialect, CallbackFigures::pending);
            gauge(
                    registry,
                    "oldest.pending.seconds",
                    "Age of the oldest event on its way to a merchant",
                    dialect,
                    some -> some.oldest().toMillis() / 1000.0);
            gauge(
                    registry,
                    "suspended.endpoints",
                    "Endpoints that failed too often and get probes only",
                    dialect,
                    CallbackFigures::suspended);
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description, Dialect dialect) {
        return Counter.builder("caravan.callbacks." + name)
                .description(description)
                .tag("dialect", dialect.text())
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String description,
            Dialect dialect,
            ToDoubleFunction<CallbackFigures> value) {
        Gauge.builder("caravan.callbacks." + name, this, metrics -> value.applyAsDouble(metrics.figures(dialect)))
                .description(description)
                .tag("dialect", dialect.text())
                .register(registry);
    }

    private synchronized CallbackFigures figures(Dialect dialect) {
        if (System.nanoTime() - measuredAt >= FRESH.toNanos()) {
            figures = measureCallbacks.measure(dialects);
            measuredAt = System.nanoTime();
        }
        return figures.getOrDefault(dialect, CallbackFigures.NONE);
    }

    /** Counts outcomes, and names each delivery that was given up and each endpoint that was suspended or is not now. */
    public Recorded count(Recorded recorded) {
        recorded.verdicts().forEach(this::count);
        recorded.suspended()
                .forEach(endpoint -> LOG.warn("Endpoint {} fails for everything and is suspended", endpoint));
        recorded.resumed().forEach(endpoint -> LOG.info("Endpoint {} takes callbacks again", endpoint));
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

    /** Counts what was given up for having waited too long; answers whether there may be more. */
    public boolean countOverdue(Optional<Overdue> overdue) {
        var some = overdue.filter(batch -> batch.callbacks() > 0);
        some.ifPresent(batch -> {
            counters.get(batch.endpoint().dialect()).dead().increment(batch.callbacks());
            LOG.error(
                    "{} callbacks for endpoint {} of merchant {} have waited too long and are given up",
                    batch.callbacks(),
                    batch.endpoint().endpoint(),
                    batch.endpoint().merchant());
        });
        return some.isPresent();
    }
}
