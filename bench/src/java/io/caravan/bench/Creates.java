package io.caravan.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The path of one invoice: from the request to the answer that says that it is stored. */
final class Creates {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(120);

    private final String path;
    private final Settings settings;
    private final Report report;

    Creates(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    /** One of the two that are compared. */
    private record Side(Jvm jvm, Load load) {}

    void run(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, databases, receiver.asTheWorld());
                var bare = Bare.start("bare", settings, directory, databases)) {
            service.sendCallbacksTo(receiver.address());
            measure(side(service.jvm(), service.invoices()), side(bare.jvm(), bare.invoices()), receiver)
                    .forEach(report::add);
            if (databases instanceof Postgres postgres) {
                cost(postgres, service);
                report.add(Finding.of(
                        path, "stored row of the service", "bytes", rowBytes(postgres, "caravan", "invoice")));
                report.add(Finding.of(
                        path, "stored row of the bare", "bytes", rowBytes(postgres, "bare", "bare_invoice")));
            }
        }
    }

    /** One round more, after which the database is asked what it has done for it. */
    private void cost(Postgres postgres, Service service) throws Exception {
        service.jvm().awaitQuiet(LEFT_BEHIND);
        var before = Cost.of(postgres);
        var cpu = service.jvm().cpuSeconds();
        var round = side(service.jvm(), service.invoices()).load().run(service.jvm(), settings.round());
        service.jvm().awaitQuiet(LEFT_BEHIND);
        var creates = round.sortedNanos().length;
        Cost.of(postgres).since(before, path, creates).forEach(report::add);
        report.add(Finding.of(
                path,
                "service: processor time for one, with all that follows",
                "us",
                (service.jvm().cpuSeconds() - cpu) * 1e6 / creates));
    }

    /** The service alone, to look into: what a create costs it once it is warm, and no comparison. */
    void runAlone(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, databases, receiver.asTheWorld())) {
            service.sendCallbacksTo(receiver.address());
            var side = side(service.jvm(), service.invoices());
            side.load().run(side.jvm(), settings.warmUp());
            side.jvm().awaitQuiet(LEFT_BEHIND);
            for (var i = 0; i < settings.rounds(); i++) {
                receiver.forget();
                var before = side.jvm().cpuSeconds();
                var round = side.load().run(side.jvm(), settings.round());
                side.jvm().awaitQuiet(LEFT_BEHIND);
                var all = side.jvm().cpuSeconds() - before;
                report.add(Finding.of(path, "creates", "1/s", round.perSecond()));
                report.add(Finding.of(path, "processor time until the answer", "us", round.serverMicros()));
                report.add(Finding.of(path, "with all that follows", "us", all * 1e6 / round.sortedNanos().length));
            }
        }
    }

    /** Two equal programs: how far from 1 this machine takes a ratio that should be 1. */
    void runBareAgainstItself(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver();
                var one = Bare.start("one", settings, directory, databases);
                var other = Bare.start("other", settings, directory, databases)) {
            measure(side(one.jvm(), one.invoices()), side(other.jvm(), other.invoices()), receiver)
                    .forEach(finding -> report.add(finding.withoutTarget()));
        }
    }

    /** The least that the promises allow against the bare program: what no service that keeps them can pass. */
    void runLeast(Path directory, Databases databases) throws Exception {
        try (var receiver = new Receiver()) {
            Service.start(settings, directory, databases, receiver.asTheWorld()).close();
            try (var least = Bare.start("caravan", settings, directory, databases);
                    var bare = Bare.start("bare", settings, directory, databases)) {
                measure(side(least.jvm(), least.leastInvoices()), side(bare.jvm(), bare.invoices()), receiver)
                        .forEach(finding -> report.add(finding.withoutTarget()));
            }
        }
    }

    private Side side(Jvm jvm, InvoiceRequests requests) {
        return new Side(jvm, new Load(settings.connections(), requests));
    }

    private List<Finding> measure(Side service, Side bare, Receiver receiver) throws Exception {
        var pairs = new Pairs<Round>();
        var leftBehind = new ArrayList<Double>();
        for (var side : List.of(service, bare)) {
            side.load().run(side.jvm(), settings.warmUp());
            side.jvm().awaitQuiet(LEFT_BEHIND);
        }
        for (var i = 0; i < settings.rounds(); i++) {
            receiver.forget();
            var ofService = service.load().run(service.jvm(), settings.round());
            leftBehind.add(service.jvm().awaitQuiet(LEFT_BEHIND).toMillis() / 1e3);
            var ofBare = bare.load().run(bare.jvm(), settings.round());
            bare.jvm().awaitQuiet(LEFT_BEHIND);
            pairs.add(ofService, ofBare);
        }
        return List.of(
                pairs.finding(path, "creates", "1/s", Round::perSecond).atLeast(0.6),
                pairs.finding(path, "p50", "ms", Round::p50Millis),
                pairs.finding(path, "p99", "ms", Round::p99Millis).atMost(2.5),
                pairs.finding(path, "processor time per create", "us", Round::serverMicros),
                pairs.finding(path, "of the load generator", "us", Round::ownMicros),
                Finding.of(path, "work left after a round", "s", Pairs.median(leftBehind)));
    }

    private static double rowBytes(Postgres postgres, String database, String table) throws SQLException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select avg(pg_column_size(t.*)) from (select * from " + table + " limit 1000) t")) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
