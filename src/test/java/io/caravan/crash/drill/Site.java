package io.caravan.crash.drill;

import io.caravan.SyncedH2Files;
import io.caravan.support.BrokerProcess;
import io.caravan.support.Http;
import io.caravan.support.Ports;
import io.caravan.support.PostgresProcess;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it runs somewhere: instances behind one address, what they need, and the world outside. */
final class Site implements AutoCloseable {

    private static final String RETRY = "1s x3, 2s x5, 5s x20, 10s x300";

    final Balancer balancer = new Balancer();
    final List<ServiceProcess> instances;
    final Optional<PostgresProcess> database;
    final Optional<BrokerProcess> broker;
    private final ServiceProcess mocks;
    private final String url;

    Site(Options options) {
        SyncedH2Files.register();
        var folder = options.folder().toAbsolutePath();
        database = options.onH2()
                ? Optional.empty()
                : Optional.of(new PostgresProcess(folder.resolve("postgresql").resolve("data")));
        broker = options.onH2() ? Optional.empty() : Optional.of(new BrokerProcess(folder.resolve("broker")));
        url = database.map(PostgresProcess::url)
                .orElseGet(
                        () -> "jdbc:h2:synced:" + folder.resolve("instance-0/data/caravan")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;"
                                + "RETENTION_TIME=1000;MAX_COMPACT_TIME=10000;LOCK_TIMEOUT=2000;ANALYZE_AUTO=0;DB_CLOSE_ON_EXIT=FALSE");
        var mockPort = Ports.free();
        mocks = ServiceProcess.mocks(
                folder.resolve("mocks"),
                mockPort,
                Map.of("caravan.mock.service-url", balancer.uri("").toString()));
        var settings = settings("http://127.0.0.1:" + mockPort);
        var routes = options.fault()
                .map(fault -> fault.routesIn(folder.resolve("routes")))
                .orElse(Path.of("routes"));
        instances = IntStream.range(0, options.instances())
                .mapToObj(n -> new ServiceProcess(folder.resolve("instance-" + n), settings).withRoutes(routes))
                .toList();
        options.before().ifPresent(version -> instances.forEach(one -> one.become(version)));
        balanceAll();
    }

    /** Comes back when everything is ready. */
    void start() {
        mocks.launch();
        broker.ifPresent(BrokerProcess::start);
        instances.get(0).start();
        instances.stream().skip(1).forEach(ServiceProcess::launch);
        instances.forEach(ServiceProcess::awaitReady);
        mocks.awaitReady();
    }

    /** Starts again whatever has ended by itself. */
    void heal() {
        instances.stream().filter(instance -> !instance.isRunning()).forEach(ServiceProcess::launch);
    }

    /** Comes back when everything is well again. */
    void recover() {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> {
            heal();
            return isReady();
        });
    }

    /** Whether all instances are. */
    boolean isReady() {
        return instances.stream().allMatch(instance -> Http.isOk(instance.managementUri("/actuator/health/readiness")));
    }

    /** Ends an instance as operators do, after it has left the balancer, and starts it as what it has become. */
    void replace(ServiceProcess instance, Runnable become) {
        balancer.leadTo(instances.stream()
                .filter(other -> other != instance)
                .map(ServiceProcess::port)
                .toList());
        instance.terminate();
        become.run();
        instance.start();
        balanceAll();
    }

    private void balanceAll() {
        balancer.leadTo(instances.stream().map(ServiceProcess::port).toList());
    }

    URI uri(String path) {
        return balancer.uri(path);
    }

    /** An address in the world outside, which is never killed. */
    URI outside(String path) {
        return mocks.uri(path);
    }

    Http.Reply ask(String path) {
        return Http.get(outside(path));
    }

    /** Looks into the database. On H2 the instance is killed for that, and started again. */
    <T> T look(Function<JdbcClient, T> question) {
        if (database.isEmpty()) {
            instances.get(0).kill();
        }
        try (var tables =
                TestDatabases.connect(url + (database.isPresent() ? "&user=postgres" : ";USER=sa;IFEXISTS=TRUE"))) {
            return question.apply(JdbcClient.create(tables));
        } finally {
            if (database.isEmpty()) {
                instances.get(0).start();
            }
        }
    }

    @Override
    public void close() {
        instances.forEach(ServiceProcess::close);
        mocks.close();
        broker.ifPresent(BrokerProcess::close);
        database.ifPresent(PostgresProcess::close);
        balancer.close();
    }

    /** Waits are short, so that a drill ends; and nobody is turned away for asking often. */
    private Map<String, String> settings(String mock) {
        var settings = new HashMap<String, String>();
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.hikari.maximum-pool-size", "20");
        database.ifPresent(server -> settings.put("spring.datasource.username", "postgres"));
        broker.ifPresent(process -> settings.putAll(process.settings()));
        settings.put("caravan.mock.url", mock);
        settings.put("caravan.mock.local", "false");
        settings.put("caravan.public-url", balancer.uri("").toString());
        settings.put("caravan.sandbox.demo", "false");
        settings.put("caravan.callbacks.mobilepay.gather", "300ms");
        for (var dialect : List.of("mobilepay", "mobileinvoice", "epayment", "paymentinvoices")) {
            settings.put("caravan.callbacks." + dialect + ".retry", RETRY);
        }
        settings.put("caravan.channel.psp.resend-after", "5s");
        settings.put("caravan.channel.bank.ask-every", "10s");
        settings.put("caravan.channel.carrier.asks-per-hour", "1000000");
        settings.put("caravan.notices.resend-after", "15s");
        settings.put("caravan.epayment.adjustments-per-minute", "0");
        settings.put("caravan.epayment.reads-per-minute", "0");
        settings.put("caravan.visits.per-address", "1000000");
        settings.put("caravan.visits.bills-per-address", "1000000");
        settings.put("logging.pattern.dateformat", "HH:mm:ss.SSS");
        return settings;
    }

    Path folder() {
        return mocks.log().getParent().getParent();
    }
}
