package io.caravan.bench;

import io.caravan.support.ExternalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * One, two and three instances on one PostgreSQL and one broker, with the same number of callers, spread over them. On one
 * machine this says what an instance more costs, and not what a machine more gains.
 */
final class Instances {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String path;
    private final Settings settings;
    private final Report report;

    Instances(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    void run(Path directory, Postgres postgres) throws Exception {
        var services = new ArrayList<Service>();
        try (var receiver = new Receiver();
                var broker = new ExternalBroker(directory.resolve("broker"))) {
            var arguments = new ArrayList<>(receiver.asTheWorld());
            arguments.add("--caravan.broker.url=" + broker.uri());
            for (var n = 1; n <= 3; n++) {
                services.add(Service.start(settings, directory.resolve("instance-" + n), postgres, arguments));
                if (n == 1) {
                    services.get(0).sendCallbacksTo(receiver.address());
                }
                loads(services.subList(n - 1, n), settings.connections(), settings.warmUp());
                measure(services, receiver);
            }
        } finally {
            services.forEach(Service::close);
        }
    }

    private void measure(List<Service> services, Receiver receiver) throws Exception {
        var connections = Math.max(1, settings.connections() / services.size());
        loads(services, connections, settings.warmUp());
        var perSecond = new ArrayList<Double>();
        var micros = new ArrayList<Double>();
        for (var i = 0; i < settings.rounds(); i++) {
            awaitQuiet(services);
            receiver.forget();
            var before = cpuSeconds(services);
            var rounds = loads(services, connections, settings.round());
            perSecond.add(rounds.stream().mapToDouble(Round::perSecond).sum());
            var creates = rounds.stream()
                    .mapToLong(round -> round.sortedNanos().length)
                    .sum();
            awaitQuiet(services);
            micros.add((cpuSeconds(services) - before) * 1e6 / creates);
        }
        var name = services.size() + (services.size() == 1 ? " instance" : " instances");
        report.add(Finding.of(path, name + ", creates", "1/s", Pairs.median(perSecond)));
        report.add(Finding.of(path, name + ", processor time of all for a create", "us", Pairs.median(micros)));
    }

    private static List<Round> loads(List<Service> services, int connections, Duration time) throws Exception {
        var threads = Executors.newFixedThreadPool(services.size());
        try {
            List<Callable<Round>> loads = new ArrayList<>();
            for (var service : services) {
                var load = new Load(connections, service.invoices());
                loads.add(() -> load.run(service.jvm(), time));
            }
            var rounds = new ArrayList<Round>();
            for (var done : threads.invokeAll(loads)) {
                rounds.add(done.get());
            }
            return rounds;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitQuiet(List<Service> services) throws InterruptedException {
        for (var service : services) {
            service.jvm().awaitQuiet(PATIENCE);
        }
    }

    private static double cpuSeconds(List<Service> services) {
        return services.stream()
                .mapToDouble(service -> service.jvm().cpuSeconds())
                .sum();
    }
}
