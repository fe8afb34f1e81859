package io.caravan;

import io.caravan.camel.HeldJobs;
import io.caravan.camel.JobTriggers;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.ops.Acts;
import io.caravan.ops.HoldDesk;
import io.caravan.ops.HoldHealth;
import io.caravan.store.JdbcHolds;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.callback.ListEndpoints;
import io.caravan.usecase.ops.CheckHold;
import io.caravan.usecase.ops.ListHolds;
import io.caravan.usecase.ops.PlaceHold;
import io.caravan.usecase.ops.ReleaseHold;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/** What operators hold, and the triggers of jobs. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class HoldWiring {

    @Bean
    Holds holds(TransactionalJdbc jdbc) {
        return new JdbcHolds(jdbc);
    }

    @Bean
    ListHolds listHolds(Transactions transactions, Holds holds) {
        return transactions.around(new ListHolds(holds));
    }

    @Bean
    JobTriggers jobTriggers(Transactions transactions, @Lazy CamelContext camel, Scheduler quartzScheduler) {
        return new JobTriggers(camel, transactions.around(quartzScheduler));
    }

    @Bean
    HeldJobs heldJobs(Transactions transactions, Holds holds, JobTriggers triggers, Scheduler quartzScheduler)
            throws SchedulerException {
        var heldJobs = new HeldJobs(transactions.around(new CheckHold(holds)), triggers);
        quartzScheduler.getListenerManager().addTriggerListener(heldJobs);
        return heldJobs;
    }

    @Bean
    CamelContextConfiguration triggersWithoutRoutes(JobTriggers triggers) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {}

            @Override
            public void afterApplicationStart(CamelContext camel) {
                try {
                    triggers.deleteOthers();
                } catch (SchedulerException e) {
                    throw new IllegalStateException("The triggers of jobs cannot be read", e);
                }
            }
        };
    }

    @Bean
    PlaceHold placeHold(Transactions transactions, Holds holds, JobTriggers triggers, Acts acts, Clock realTime) {
        return transactions.around(new PlaceHold(holds, triggers::names, acts, realTime));
    }

    @Bean
    ReleaseHold releaseHold(Transactions transactions, Holds holds, Acts acts, Clock realTime) {
        return transactions.around(new ReleaseHold(holds, acts, realTime));
    }

    @Bean
    HoldDesk holdDesk(
            Transactions transactions,
            Holds holds,
            PlaceHold placeHold,
            ReleaseHold releaseHold,
            ListHolds listHolds,
            Supplier<String> operatorName) {
        return new HoldDesk(
                placeHold, releaseHold, listHolds, transactions.around(new ListEndpoints(holds)), operatorName);
    }

    /** Not part of readiness, and never bad. */
    @Bean
    HealthIndicator holdsHealthIndicator(ListHolds listHolds) {
        return new HoldHealth(listHolds);
    }

    @Bean
    MeterBinder holdMetrics(ListHolds listHolds) {
        return registry -> Arrays.stream(HoldKind.values()).forEach(kind -> counted(registry, listHolds, kind));
    }

    private static void counted(MeterRegistry registry, ListHolds listHolds, HoldKind kind) {
        Gauge.builder("caravan.holds", () -> listHolds.list().stream()
                        .filter(hold -> hold.kind() == kind)
                        .count())
                .description("What operators hold back")
                .tag("kind", kind.text())
                .register(registry);
    }
}
