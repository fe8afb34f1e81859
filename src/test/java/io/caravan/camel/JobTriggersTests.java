package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.hold.HoldKind;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.OwnDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.support.Transacted;
import io.caravan.usecase.ops.CheckHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.quartz.Scheduler;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/** The triggers of jobs in the store that all instances share. */
@OwnDatabases
class JobTriggersTests {

    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final List<Instance> instances = new ArrayList<>();
    private StoreFixture store;

    @OnBothDatabases
    void aTriggerWhoseRouteIsGoneIsDeletedAtTheNextStart(StoreFixture database) throws Exception {
        use(database);
        var old = start("kept", "gone");
        await().untilAsserted(() -> assertThat(old.ticks("gone")).isPositive());
        old.stop();
        assertThat(stored()).containsExactlyInAnyOrder("kept", "gone");

        start("kept");

        assertThat(stored()).containsExactly("kept");
        assertThat(store.sql().queryForObject("select count(*) from qrtz_job_details", Integer.class))
                .isOne();
    }

    @OnBothDatabases
    void anInstanceThatStillHasTheRouteStoresItsTriggerAgain(StoreFixture database) throws Exception {
        use(database);
        var newer = start("kept", "new");
        newer.triggers.restoreOwn();
        var older = start("kept");
        assertThat(stored()).containsExactly("kept");

        newer.triggers.restoreOwn();
        newer.triggers.restoreOwn();

        assertThat(stored()).containsExactlyInAnyOrder("kept", "new");
        older.stop();
        var before = newer.ticks("new");
        await().untilAsserted(() -> assertThat(newer.ticks("new")).isGreaterThan(before));
    }

    @OnBothDatabases
    void instancesWithTheSameRoutesLeaveEachOthersTriggersAlone(StoreFixture database) throws Exception {
        use(database);
        var one = start("kept", "other");
        start("kept", "other");

        assertThat(stored()).containsExactlyInAnyOrder("kept", "other");
        assertThat(one.triggers.names()).containsExactlyInAnyOrder("kept", "other");
    }

    @OnBothDatabases
    void theTicksOfAHeldJobDoNothingUntilItIsReleased(StoreFixture database) throws Exception {
        use(database);
        HELD.add("held");
        var instance = start("held", "kept");

        await().untilAsserted(() -> assertThat(firedTimes("held")).isGreaterThan(1));
        await().untilAsserted(() -> assertThat(instance.ticks("kept")).isGreaterThan(1));
        assertThat(instance.ticks("held")).isZero();

        HELD.clear();
        await().untilAsserted(() -> assertThat(instance.ticks("held")).isGreaterThan(1));
    }

    @AfterEach
    void stopAll() throws Exception {
        for (var instance : List.copyOf(instances)) {
            instance.stop();
        }
        HELD.clear();
    }

    private void use(StoreFixture database) {
        store = database;
        for (var table : List.of("qrtz_simple_triggers", "qrtz_fired_triggers", "qrtz_triggers", "qrtz_job_details")) {
            database.sql().update("delete from " + table);
        }
    }

    private Instance start(String... jobs) throws Exception {
        var instance = new Instance(store, jobs);
        instances.add(instance);
        return instance;
    }

    private List<String> stored() {
        return store.sql().queryForList("select trigger_name from qrtz_triggers", String.class);
    }

    /** A trigger counts its ticks in the store, those that did nothing included. */
    private int firedTimes(String job) {
        return store.sql()
                .queryForObject(
                        "select times_triggered from qrtz_simple_triggers where trigger_name = ?", Integer.class, job);
    }

    /** Jobs that count their ticks, in an instance with a scheduler of its own. */
    private final class Instance {

        final JobTriggers triggers;

        private final Map<String, AtomicInteger> ticks = new ConcurrentHashMap<>();
        private final DefaultCamelContext camel = new DefaultCamelContext();
        private final SchedulerFactoryBean factory = new SchedulerFactoryBean();

        Instance(StoreFixture database, String... jobs) throws Exception {
            var scheduler = scheduler(database);
            var transacted = Transacted.around(database.dataSource(), scheduler);
            triggers = new JobTriggers(camel, transacted);
            scheduler
                    .getListenerManager()
                    .addTriggerListener(new HeldJobs(
                            new CheckHold(null) {
                                @Override
                                public boolean isHeld(HoldKind kind, String name) {
                                    return HELD.contains(name);
                                }
                            },
                            triggers));
            camel.getCamelContextExtension().setName("caravan");
            camel.disableJMX();
            var quartz = new QuartzComponent();
            quartz.setScheduler(transacted);
            camel.addComponent("quartz", quartz);
            camel.addRoutes(routes(jobs));
            camel.start();
            triggers.deleteOthers();
        }

        int ticks(String job) {
            return ticks.get(job).get();
        }

        void stop() throws Exception {
            factory.destroy();
            camel.stop();
            instances.remove(this);
        }

        private Scheduler scheduler(StoreFixture database) throws Exception {
            var properties = new Properties();
            properties.put("org.quartz.scheduler.instanceId", "AUTO");
            properties.put("org.quartz.threadPool.threadCount", "2");
            properties.put(
                    "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
            properties.put("org.quartz.jobStore.isClustered", "true");
            properties.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
            properties.put("org.quartz.scheduler.idleWaitTime", "1000");
            // not that of a service in this process: providers of connections are known to Quartz by this name
            factory.setSchedulerName("triggers");
            factory.setDataSource(database.dataSource());
            factory.setQuartzProperties(properties);
            factory.setAutoStartup(false);
            factory.setWaitForJobsToCompleteOnShutdown(true);
            factory.afterPropertiesSet();
            return factory.getObject();
        }

        private RouteBuilder routes(String... jobs) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    for (var job : jobs) {
                        var count = ticks.computeIfAbsent(job, name -> new AtomicInteger());
                        from("quartz:caravan/" + job + "?trigger.repeatInterval=200&trigger.repeatCount=-1"
                                        + "&deleteJob=false&pauseJob=false&stateful=true")
                                .process(exchange -> count.incrementAndGet());
                    }
                }
            };
        }
    }
}
