package io.caravan.cluster;

import io.caravan.support.BrokerProcess;
import io.caravan.support.Http;
import io.caravan.support.Ports;
import io.caravan.support.PostgresProcess;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The processes of docker-compose.yml with the variables that stand there, without containers: names of hosts are ports
 * of this machine, and the balancer is in the test.
 */
final class Cluster implements AutoCloseable {

    private static final int INSTANCES = 3;
    private static final int LOOK_EVERY_MILLIS = 200;

    /** What tests need and nobody else. */
    private static final Map<String, String> FOR_TESTS = Map.of(
            "caravan.callbacks.mobilepay.gather", "500ms",
            "caravan.door.drain", "1s",
            "caravan.door.failures-per-minute", "10",
            "caravan.channel.psp.resend-after", "5s");

    private final int mockPort = Ports.free();
    private final List<URI> ready = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(INSTANCES);

    final PostgresProcess database;
    final BrokerProcess broker;
    final ServiceProcess mocks;
    final List<ServiceProcess> instances;

    /** In front of the instances. */
    final Forwarder balancer;

    /** In front of the mock endpoints: what the instances send into the world. */
    final Forwarder world;

    Cluster(Path folder) throws IOException {
        var compose = new ComposeFile();
        balancer = new Forwarder(() -> List.copyOf(ready));
        database = new PostgresProcess(folder.resolve("postgres"));
        broker = new BrokerProcess(folder.resolve("artemis"));
        mocks = ServiceProcess.mocks(folder.resolve("mocks"), mockPort, Map.of())
                .withEnvironment(here(compose.environment("mocks")));
        world = new Forwarder(() -> List.of(URI.create("http://127.0.0.1:" + mockPort)));
        var variables = here(compose.environment("caravan"));
        variables.put("CARAVAN_MOCK_URL", world.uri("").toString());
        instances = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(n -> new ServiceProcess(folder.resolve("caravan-" + n), FOR_TESTS).withEnvironment(variables))
                .toList();
    }

    /** Starts all, the instances at the same time. */
    void start() throws IOException {
        var owner = new ComposeFile().environment("postgres");
        try (var tables = TestDatabases.connect(database.url() + "&user=postgres")) {
            var sql = new JdbcTemplate(tables);
            sql.execute("create role %s login password '%s'"
                    .formatted(owner.get("POSTGRES_USER"), owner.get("POSTGRES_PASSWORD")));
            sql.execute(
                    "alter database %s owner to %s".formatted(owner.get("POSTGRES_DB"), owner.get("POSTGRES_USER")));
        }
        mocks.launch();
        instances.forEach(ServiceProcess::launch);
        broker.start();
        mocks.awaitReady();
        instances.forEach(ServiceProcess::awaitReady);
        instances.forEach(
                one -> looking.scheduleWithFixedDelay(() -> look(one), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** How many instances get requests. */
    int inBalancer() {
        return ready.size();
    }

    @Override
    public void close() {
        looking.shutdownNow();
        instances.forEach(ServiceProcess::close);
        mocks.close();
        broker.close();
        database.close();
        balancer.close();
        world.close();
    }

    private void look(ServiceProcess instance) {
        var uri = instance.uri("");
        if (!Http.isOk(instance.managementUri("/actuator/health/readiness"))) {
            ready.remove(uri);
        } else if (!ready.contains(uri)) {
            ready.add(uri);
        }
    }

    private Map<String, String> here(Map<String, String> variables) {
        return variables.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variable -> here(variable.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    private String here(String value) {
        return value.replace("jdbc:postgresql://postgres/caravan?reWriteBatchedInserts=true", database.url())
                .replace("tcp://artemis:61616", broker.uri())
                .replace("http://balancer:8080", balancer.uri("").toString())
                .replace("0.0.0.0", "127.0.0.1")
                .replace("172\\.28\\.17\\.2", "127\\.0\\.0\\.1");
    }
}
