package io.caravan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The path of 2000 invoices at once: answered, and checked; and the memory that eight large batches take. */
final class Batches {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(300);
    private static final int CONNECTIONS = 4;
    private static final int BATCHES = 8;
    private static final int LARGE = 8 * 1024 * 1024 - 64 * 1024;
    private static final Pattern USED = Pattern.compile("(\\d+)M->(\\d+)M");

    private final String path;
    private final Settings settings;
    private final Report report;

    Batches(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    /** Rows a second until the last answer, and until the last of them was checked. */
    private record Rate(double answered, double checked) {}

    void run(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, databases, receiver.asTheWorld())) {
            var bare = new BareBatches(
                    databases.url("bare"), databases.user(), databases instanceof Postgres ? "postgresql" : "h2");
            var requests = service.batches();
            var document = BareBatches.document(requests.bodies(1, 0).get(0));
            var pairs = new Pairs<Rate>();
            for (var i = -1; i < settings.rounds(); i++) {
                var bodies = requests.bodies(BATCHES, 0);
                receiver.forget();
                var start = System.nanoTime();
                var seconds = requests.send(bodies, CONNECTIONS);
                var checked = awaitChecked(databases, start);
                service.jvm().awaitQuiet(LEFT_BEHIND);
                var bareSeconds = bare.insert(BATCHES, CONNECTIONS, document);
                if (i >= 0) {
                    pairs.add(rate(seconds, checked), rate(bareSeconds, bareSeconds));
                }
            }
            report.add(pairs.finding(path, "rows answered", "1/s", Rate::answered)
                    .atLeast(databases instanceof Postgres ? 0.4 : 0.3));
            if (databases instanceof Postgres) {
                report.add(pairs.finding(path, "rows answered and checked", "1/s", Rate::checked));
            }
        }
    }

    /** Eight of the largest batches at once, in a heap of 256 MiB. */
    void runLarge(Path directory, Databases databases) throws Exception {
        var log = directory.resolve("gc.log");
        var launch = List.of("-Xmx256m", "-Xlog:gc:file=" + log);
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, databases, launch, receiver.asTheWorld())) {
            var requests = service.batches();
            var bodies = requests.bodies(BATCHES, LARGE);
            report.add(Finding.of(path, "bytes of a batch", "MiB", bodies.get(0).length / 1048576.0));
            report.add(Finding.of(path, "eight at once answered", "s", requests.send(bodies, BATCHES)));
            service.jvm().awaitQuiet(LEFT_BEHIND);
            report.add(Finding.of(path, "peak of the heap", "MiB", used(log, 1)).atMost(256));
            report.add(Finding.of(path, "peak after a collection", "MiB", used(log, 2)));
        }
    }

    private static Rate rate(double answered, double checked) {
        var rows = (double) BATCHES * BatchRequests.ITEMS;
        return new Rate(rows / answered, rows / checked);
    }

    /** Seconds until no batch is left; on H2, which is open in one process only, until now. */
    private static double awaitChecked(Databases databases, long start) throws Exception {
        if (databases instanceof Postgres postgres) {
            try (var connection = postgres.connect("caravan");
                    var statement = connection.createStatement()) {
                for (var waiting = 1L; waiting > 0; Thread.sleep(10)) {
                    try (var rows = statement.executeQuery("select count(*) from batch")) {
                        rows.next();
                        waiting = rows.getLong(1);
                    }
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double used(Path log, int group) throws IOException {
        var found = new ArrayList<Double>(List.of(0.0));
        USED.matcher(Files.readString(log)).results().forEach(use -> found.add(Double.valueOf(use.group(group))));
        return found.stream().max(Double::compare).orElseThrow();
    }
}
