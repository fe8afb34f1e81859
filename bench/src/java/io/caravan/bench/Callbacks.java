package io.caravan.bench;

import io.caravan.bench.Receiver.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The path of an event: from the commit to the merchant who has been told. */
final class Callbacks {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int GROUP = 500;

    /** Groups are formed every 5 s as it comes; here they would measure the clock. */
    private static final String GATHER = "--caravan.callbacks.mobilepay.gather=100ms";

    private final String path;
    private final Settings settings;
    private final Report report;

    Callbacks(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
    }

    /**
     * How long it took until some events had begun to arrive, had all arrived, and were recorded as delivered, and what
     * processor time it took of the program and of the database.
     */
    private record Delivery(
            int events,
            double firstSeconds,
            double lastSeconds,
            double recordedSeconds,
            double programSeconds,
            double databaseSeconds,
            List<Arrival> arrivals) {

        double perSecond() {
            return events / recordedSeconds;
        }

        double programMicros() {
            return programSeconds * 1e6 / events;
        }

        double databaseMicros() {
            return databaseSeconds * 1e6 / events;
        }
    }

    /** The moment from which a delivery is measured. */
    private record Start(Jvm program, Postgres postgres, long nanos, double programSeconds, double databaseSeconds) {

        static Start now(Jvm program, Postgres postgres) throws IOException {
            return new Start(program, postgres, System.nanoTime(), program.cpuSeconds(), Cost.cpuSeconds(postgres));
        }
    }

    void run(Path directory, Postgres postgres) throws Exception {
        try (var receiver = new Receiver();
                var service = Service.start(settings, directory, postgres, arguments(receiver));
                var bare = Bare.start("bare", settings, directory, postgres)) {
            service.sendCallbacksTo(receiver.address());
            var events = new ServiceEvents(postgres, service);
            events.createOne();
            receiver.await(1, PATIENCE);
            service.jvm().awaitQuiet(PATIENCE);

            var relayed = new ArrayList<Double>();
            var pairs = new Pairs<Delivery>();
            for (var i = -1; i < settings.rounds(); i++) {
                receiver.forget();
                events.add(settings.events() - 1);
                var committed = Instant.now();
                var start = Start.now(service.jvm(), postgres);
                events.createOne();
                receiver.await(settings.events(), PATIENCE);
                events.awaitRecorded(PATIENCE);
                var ofService = delivery(start, receiver);
                relayed.add(events.relaySeconds(committed));
                service.jvm().awaitQuiet(PATIENCE);
                var ofBare = byBare(bare, "bare", postgres, receiver, ofService.arrivals());
                if (i >= 0) {
                    pairs.add(ofService, ofBare);
                }
            }
            findings(pairs).forEach(report::add);
            report.add(Finding.of(path, "all relayed to callback rows", "s", Pairs.median(relayed)));
            var waits = events.relayMillis();
            report.add(Finding.of(path, "commit to callback row when idle, p50", "ms", waits.p50()));
            report.add(Finding.of(path, "commit to callback row when idle, p99", "ms", waits.p99()));
        }
    }

    /** Two equal programs: how far from 1 this machine takes a ratio that should be 1. */
    void runBareAgainstItself(Path directory, Postgres postgres) throws Exception {
        try (var receiver = new Receiver();
                var one = Bare.start("one", settings, directory, postgres);
                var other = Bare.start("other", settings, directory, postgres)) {
            var pairs = new Pairs<Delivery>();
            for (var i = -1; i < settings.rounds(); i++) {
                var bodies = made(settings.events());
                var ofOne = byBare(one, "one", postgres, receiver, bodies);
                var ofOther = byBare(other, "other", postgres, receiver, bodies);
                if (i >= 0) {
                    pairs.add(ofOne, ofOther);
                }
            }
            findings(pairs).forEach(finding -> report.add(finding.withoutTarget()));
        }
    }

    private static List<String> arguments(Receiver receiver) {
        var arguments = new ArrayList<>(receiver.asTheWorld());
        arguments.add(GATHER);
        return arguments;
    }

    private List<Finding> findings(Pairs<Delivery> pairs) {
        return List.of(
                pairs.finding(path, "events delivered", "1/s", Delivery::perSecond)
                        .atLeast(0.5),
                pairs.finding(path, "first arrival", "s", Delivery::firstSeconds),
                pairs.finding(path, "last arrival", "s", Delivery::lastSeconds),
                pairs.finding(path, "all recorded", "s", Delivery::recordedSeconds),
                pairs.finding(path, "processor time of the program for an event", "us", Delivery::programMicros),
                pairs.finding(path, "processor time of the database for an event", "us", Delivery::databaseMicros),
                pairs.finding(path, "requests", "count", delivery -> delivery.arrivals()
                        .size()));
    }

    /** The bare program delivers the very bodies that have just arrived. */
    private Delivery byBare(Bare bare, String database, Postgres postgres, Receiver receiver, List<Arrival> bodies)
            throws Exception {
        var id = 0;
        try (var connection = postgres.connect(database);
                var clear = connection.createStatement();
                var delivery = connection.prepareStatement("insert into bare_delivery (id, body) values (?, ?)");
                var callback = connection.prepareStatement(
                        "insert into bare_callback (id, delivery_id, state) values (?, ?, 'waiting')")) {
            connection.setAutoCommit(false);
            clear.execute("truncate bare_delivery, bare_callback");
            for (var body : bodies) {
                delivery.setInt(1, ++id);
                delivery.setBytes(2, body.body());
                delivery.addBatch();
                for (var invoice : body.invoices()) {
                    callback.setObject(1, UUID.fromString(invoice));
                    callback.setInt(2, id);
                    callback.addBatch();
                }
            }
            delivery.executeBatch();
            callback.executeBatch();
            connection.commit();
        }
        receiver.forget();
        var start = Start.now(bare.jvm(), postgres);
        bare.deliver(receiver.address());
        return delivery(start, receiver);
    }

    /** To be called when the last event is recorded. */
    private Delivery delivery(Start start, Receiver receiver) throws InterruptedException, IOException {
        var recorded = System.nanoTime();
        var ofProgram = start.program().cpuSeconds() - start.programSeconds();
        var ofDatabase = Cost.cpuSeconds(start.postgres()) - start.databaseSeconds();
        var arrivals = receiver.await(settings.events(), PATIENCE);
        var invoices = new HashSet<String>();
        arrivals.forEach(arrival -> invoices.addAll(arrival.invoices()));
        if (invoices.size() != settings.events()) {
            throw new IllegalStateException(invoices.size() + " of " + settings.events() + " events arrived");
        }
        var times = arrivals.stream().mapToLong(Arrival::nanos).sorted().toArray();
        return new Delivery(
                invoices.size(),
                (times[0] - start.nanos()) / 1e9,
                (times[times.length - 1] - start.nanos()) / 1e9,
                (recorded - start.nanos()) / 1e9,
                ofProgram,
                ofDatabase,
                arrivals);
    }

    private static List<Arrival> made(int events) {
        var bodies = new ArrayList<Arrival>();
        for (var first = 0; first < events; first += GROUP) {
            var items = new ArrayList<String>();
            for (var i = first; i < Math.min(first + GROUP, events); i++) {
                items.add("{\"InvoiceId\":\"" + UUID.randomUUID()
                        + "\",\"Status\":\"Created\",\"Date\":\"2025-01-01T00:00:00.0000000+00:00\",\"Sequence\":0}");
            }
            bodies.add(new Arrival(0, ("[" + String.join(",", items) + "]").getBytes(StandardCharsets.UTF_8)));
        }
        return bodies;
    }
}
