package io.caravan.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Invoices whose time is over: how long the service takes to close them, with an event of each, beside one statement that
 * changes as many rows and writes no events. Once with few stored and once with many, half due and all due: the time
 * should follow the rows that are due, and not those that are stored.
 */
final class Expiry {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final String path;
    private final Settings settings;
    private final Report report;

    Expiry(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    void run(Path directory, Postgres postgres) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, postgres, receiver.asTheWorld())) {
            service.sendCallbacksTo(receiver.address());
            new ServiceEvents(postgres, service).create(3);
            receiver.await(3, PATIENCE);
            service.jvm().awaitQuiet(MINUTE);
            var due = settings.due();
            var warm = round(postgres, service, due / 10, due / 10);
            report.remark(String.format(Locale.ROOT, "The first %,d, to warm up: %.1f s", due / 10, warm));
            var few = round(postgres, service, due, due);
            var tenth = round(postgres, service, settings.stored() - 2 * due, due / 10);
            var many = round(postgres, service, due, due);
            var bare = bare(postgres, due);
            add("due, few stored", due, few);
            add("due, all stored", due / 10, tenth);
            report.add(
                    Finding.of(path, named("due, all stored", due), "s", many).atMost(60));
            report.add(Finding.of(path, named("by one update, without events", due), "s", bare));
            report.add(Finding.of(path, "many stored to few stored", "ratio", many / few)
                    .atMost(1.5));
            report.add(Finding.of(path, "invoices stored in the end", "count", count(postgres, "true")));
        }
    }

    private void add(String what, int due, double seconds) {
        report.add(Finding.of(path, named(what, due), "s", seconds));
    }

    private static String named(String what, int due) {
        return String.format(Locale.ROOT, "%,d %s", due, what);
    }

    /** From the first event to the last, as the service dates them: until the first, it does not know that they are due. */
    private double round(Postgres postgres, Service service, int stored, int due) throws Exception {
        var before = count(postgres, "status = 'EXPIRED'");
        new Past(postgres).add(stored, due);
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var done = 0L; done < due; done = count(postgres, "status = 'EXPIRED'") - before) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + done + " of " + due + " have expired");
            }
            Thread.sleep(500);
        }
        var seconds = ask(
                postgres,
                "select extract(epoch from max(at) - min(at)) from (select at from event where type = 'INVOICE_EXPIRED'"
                        + " order by at desc limit " + due + ") as last");
        Progress.of("expired", due, due, String.format(Locale.ROOT, "%.1f s", seconds));
        service.jvm().awaitQuiet(PATIENCE);
        return seconds;
    }

    /** The rows that have expired, once more. */
    private static double bare(Postgres postgres, int due) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement()) {
            statement.execute(
                    "update invoice set status = 'CREATED', expires_at = now() - interval '1 minute', claim = "
                            + "gen_random_uuid() where id in (select id from invoice where status = 'EXPIRED' limit "
                            + due + ")");
            statement.execute("vacuum analyze invoice");
            var start = System.nanoTime();
            statement.execute(
                    "update invoice set status = 'EXPIRED', number = number + 1, expires_at = null, claim = null"
                            + " where expires_at <= now() and status = 'CREATED'");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static long count(Postgres postgres, String which) throws SQLException {
        return (long) ask(postgres, "select count(*) from invoice where " + which);
    }

    private static double ask(Postgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
