package io.caravan;

import io.caravan.ops.CallbackBoard;
import io.caravan.ops.CommitHealth;
import io.caravan.ops.FlowHealth;
import io.caravan.store.JdbcBacklog;
import io.caravan.store.JdbcHeartbeats;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.ops.BeatHeart;
import io.caravan.usecase.ops.MeasureBacklog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What operators see: health and metrics. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class OperationsWiring {

    /** How long work may wait before somebody should look. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    BeatHeart beatHeart(Transactions transactions, TransactionalJdbc jdbc, Clock realTime) {
        return transactions.around(new BeatHeart(new JdbcHeartbeats(jdbc), realTime));
    }

    @Bean
    MeasureBacklog measureBacklog(Transactions transactions, TransactionalJdbc jdbc, Clock realTime) {
        return transactions.around(new MeasureBacklog(new JdbcBacklog(jdbc, realTime, Duration.ofMinutes(10))));
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator commitHealthIndicator(BeatHeart beatHeart, Instance instance) {
        return new CommitHealth(beatHeart, instance.name());
    }

    @Bean
    Instance instance(@Value("${server.port}") int port) {
        return Instance.on(port);
    }

    /** What the balancer asks for, at each scrape: an instance that is not ready answers scrapes all the same. */
    @Bean
    MeterBinder readiness(HealthEndpoint health) {
        return registry -> Gauge.builder(
                        "caravan.ready",
                        () -> health.healthForPath("readiness").getStatus().equals(Status.UP) ? 1 : 0)
                .description("1 if the balancer is to send requests here")
                .register(registry);
    }

    /** Not part of readiness. */
    @Bean
    HealthIndicator flowHealthIndicator(MeasureBacklog measureBacklog) {
        return new FlowHealth(measureBacklog, PATIENCE);
    }

    /** The waits of the health detail as a metric, measured at each scrape. */
    @Bean
    MeterBinder backlogMetrics(MeasureBacklog measureBacklog) {
        return registry -> {
            waits(registry, "relay", () -> measureBacklog.measure().outbox());
            waits(registry, "broker", () -> measureBacklog.measure().ready());
            waits(registry, "channels", () -> measureBacklog.measure().queued());
            waits(registry, "batches", () -> measureBacklog.measure().batches());
        };
    }

    /** What routes count is there from the start: an alert sees no rise in what begins with its first count. */
    @Bean
    MeterBinder routeCounters(@Value("${spring.application.name}") String context) {
        return registry -> List.of("caravan.invoices.accepted", "caravan.notices.sent", "caravan.notices.parked")
                .forEach(name -> registry.counter(name, "camelContext", context));
    }

    @Bean
    CallbackBoard callbackBoard(MeterRegistry registry) {
        return new CallbackBoard(registry);
    }

    private static void waits(MeterRegistry registry, String part, Supplier<Duration> oldest) {
        TimeGauge.builder("caravan.backlog", () -> oldest.get().toSeconds(), TimeUnit.SECONDS)
                .description("Age of the oldest work that ought to have been done at once")
                .tag("part", part)
                .register(registry);
    }
}
