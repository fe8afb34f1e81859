package io.caravan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long it takes from an event to its first attempt when nothing else happens, for a dialect that gathers nothing. */
final class Latency {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SINGLES = 400;
    private static final int WARM_UP = 400;

    private final String path;
    private final Settings settings;
    private final Report report;

    Latency(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    void run(Path directory, Postgres postgres) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, postgres, arguments(receiver))) {
            service.sendCallbacksTo(receiver.address());
            var events = new ServiceEvents(postgres, service);
            events.create(WARM_UP);
            receiver.await(WARM_UP, PATIENCE);
            service.jvm().awaitQuiet(PATIENCE);
            receiver.forget();

            events.create(SINGLES);
            var arrived = arrived(receiver.await(SINGLES, PATIENCE));
            var waits = events(postgres, arrived).stream().sorted().toList();

            if (waits.size() != SINGLES) {
                throw new IllegalStateException(waits.size() + " of " + SINGLES + " events arrived");
            }
            report.add(Finding.of(path, "event to first attempt when idle, p50", "ms", at(waits, 0.50))
                    .atMost(50));
            report.add(Finding.of(path, "event to first attempt when idle, p99", "ms", at(waits, 0.99))
                    .atMost(500));
        }
    }

    private static List<String> arguments(Receiver receiver) {
        var arguments = new ArrayList<>(receiver.asTheWorld());
        arguments.add("--caravan.callbacks.mobilepay.gather=0ms");
        return arguments;
    }

    /** When each invoice was heard of first. */
    private static Map<String, Instant> arrived(List<Receiver.Arrival> arrivals) {
        var now = Instant.now();
        var nanos = System.nanoTime();
        var first = new HashMap<String, Instant>();
        for (var arrival : arrivals) {
            var at = now.minusNanos(nanos - arrival.nanos());
            arrival.invoices().forEach(invoice -> first.putIfAbsent(invoice, at));
        }
        return first;
    }

    /** Milliseconds from each event, whose time is taken before its commit, to its arrival. */
    private static List<Double> events(Postgres postgres, Map<String, Instant> arrived) throws Exception {
        var waits = new ArrayList<Double>();
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select subject_id, at from event where type = 'INVOICE_CREATED'")) {
            while (rows.next()) {
                var at = arrived.get(rows.getString(1));
                if (at != null) {
                    var event = rows.getObject(2, OffsetDateTime.class).toInstant();
                    waits.add(Duration.between(event, at).toNanos() / 1e6);
                }
            }
        }
        return waits;
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
    }
}
