package io.caravan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether callbacks that wait for an endpoint which never answers slow those of another: rounds alone, rounds beside
 * them, and rounds alone again.
 */
final class Isolation {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    /** As in {@link Callbacks}. */
    private static final String GATHER = "--caravan.callbacks.mobilepay.gather=100ms";

    private final String path;
    private final Settings settings;
    private final Report report;

    Isolation(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    void run(Path directory, Postgres postgres) throws Exception {
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                var receiver = new Receiver();
                var service = Service.start(settings, directory, postgres, arguments(receiver))) {
            service.sendCallbacksTo(receiver.address());
            var events = new ServiceEvents(postgres, service);
            events.createOne();
            receiver.await(1, PATIENCE);
            round(events, receiver, service);

            var alone = rounds(events, receiver, service);
            letWait(postgres, "http://127.0.0.1:" + silent.getLocalPort() + "/");
            service.jvm().awaitQuiet(PATIENCE);
            var beside = rounds(events, receiver, service);
            report.add(Finding.of(path, "callbacks that wait for the silent endpoint", "count", waiting(postgres)));
            forget(postgres);
            alone.addAll(rounds(events, receiver, service));

            var ratios = Pairs.median(beside) / Pairs.median(alone);
            report.add(Finding.of(path, "events arrived alone", "1/s", Pairs.median(alone)));
            report.add(Finding.of(path, "events arrived beside them", "1/s", Pairs.median(beside)));
            report.add(Finding.of(path, "beside to alone", "ratio", ratios).atLeast(0.9));
        }
    }

    private static List<String> arguments(Receiver receiver) {
        var arguments = new ArrayList<>(receiver.asTheWorld());
        arguments.add(GATHER);
        return arguments;
    }

    private List<Double> rounds(ServiceEvents events, Receiver receiver, Service service) throws Exception {
        var figures = new ArrayList<Double>();
        for (var i = 0; i < settings.rounds(); i++) {
            figures.add(round(events, receiver, service));
        }
        return figures;
    }

    /** Events that arrived in a second, from their commit to the last. */
    private double round(ServiceEvents events, Receiver receiver, Service service) throws Exception {
        receiver.forget();
        events.add(settings.events() - 1);
        var start = System.nanoTime();
        events.createOne();
        receiver.await(settings.events(), PATIENCE);
        var seconds = (System.nanoTime() - start) / 1e9;
        service.jvm().awaitQuiet(PATIENCE);
        return settings.events() / seconds;
    }

    /**
     * Callbacks of another merchant, whose endpoint never answers, in one transaction. What the database has to do about
     * so many new rows is done before anything is measured.
     */
    private void letWait(Postgres postgres, String url) throws SQLException {
        execute(
                postgres,
                "update endpoint set url = '" + url + "', due_at = now() where " + SILENT,
                "create table waiting as select gen_random_uuid() as id, gen_random_uuid() as subject"
                        + " from generate_series(1, " + settings.waiting() + ")",
                "insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)"
                        + " select w.id, w.subject, 0, 'INVOICE_CREATED', e.merchant_id, e.dialect, now(), '{}'"
                        + " from waiting w, endpoint e where e." + SILENT,
                "insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state,"
                        + " ready_at, waiting_since, created_at)"
                        + " select gen_random_uuid(), e.id, e.merchant_id, e.dialect, w.id, w.subject, 0, 'WAITING',"
                        + " now(), now(), now() from waiting w, endpoint e where e." + SILENT,
                "drop table waiting");
        execute(postgres, "vacuum analyze event");
        execute(postgres, "vacuum analyze callback");
        execute(postgres, "checkpoint");
    }

    private static final String SILENT = "merchant_id = '" + Sandbox.OTHER_MERCHANT + "' and dialect = 'MOBILEPAY'";

    private static double waiting(Postgres postgres) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select count(*) from callback where state = 'WAITING' and " + SILENT)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void forget(Postgres postgres) throws SQLException, IOException {
        execute(postgres, "update endpoint set due_at = null where " + SILENT, "delete from callback where " + SILENT);
        execute(postgres, "vacuum analyze callback");
    }

    /** The statements in one transaction; one alone needs none. */
    private static void execute(Postgres postgres, String... statements) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(statements.length == 1);
            for (var sql : statements) {
                statement.execute(sql);
            }
            if (statements.length > 1) {
                connection.commit();
            }
        }
    }
}
