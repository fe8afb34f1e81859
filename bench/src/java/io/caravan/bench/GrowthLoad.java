package io.caravan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.ToDoubleFunction;

/**
 * What the service does under load with so much stored: events (on PostgreSQL, where they can be put in from outside),
 * creates and batches, each as much as it can take.
 */
final class GrowthLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int EVENTS = 4_000;
    private static final int EVENT_ROUNDS = 8;
    private static final int CREATE_ROUNDS = 3;
    private static final int CONNECTIONS = 16;
    private static final int BATCHES = 8;
    private static final int BATCH_ROUNDS = 2;
    private static final int BATCH_CONNECTIONS = 4;

    private final String path;
    private final Report report;
    private final Databases databases;
    private final Service service;
    private final Receiver receiver;

    GrowthLoad(String path, Report report, Databases databases, Service service, Receiver receiver) {
        this.path = path;
        this.report = report;
        this.databases = databases;
        this.service = service;
        this.receiver = receiver;
    }

    void run() throws Exception {
        if (databases instanceof Postgres postgres) {
            relay(postgres);
        }
        creates();
        batches();
    }

    private void relay(Postgres postgres) throws Exception {
        var events = new ServiceEvents(postgres, service);
        var rates = new ArrayList<Double>();
        var journal = new ArrayList<Double>();
        for (var i = 0; i < EVENT_ROUNDS; i++) {
            rest();
            events.add(EVENTS - 1);
            var before = journalBytes(postgres);
            var start = System.nanoTime();
            events.createOne();
            receiver.await(EVENTS, PATIENCE);
            rates.add(EVENTS / ((System.nanoTime() - start) / 1e9));
            service.jvm().awaitQuiet(PATIENCE);
            journal.add((journalBytes(postgres) - before) / EVENTS);
            Progress.of("rounds of events at " + path, i + 1, EVENT_ROUNDS);
        }
        report.add(Finding.of(path, "events relayed and delivered", "1/s", Pairs.median(rates)));
        report.add(Finding.of(path, "journal of the database for an event", "bytes", Pairs.median(journal)));
    }

    private void creates() throws Exception {
        var load = new Load(CONNECTIONS, service.invoices());
        load.run(service.jvm(), WARM_UP);
        var rounds = new ArrayList<Round>();
        var journal = new ArrayList<Double>();
        for (var i = 0; i < CREATE_ROUNDS; i++) {
            rest();
            var before = journalBytes(databases);
            var round = load.run(service.jvm(), ROUND);
            service.jvm().awaitQuiet(PATIENCE);
            rounds.add(round);
            journal.add((journalBytes(databases) - before) / round.sortedNanos().length);
            Progress.of("rounds of creates at " + path, i + 1, CREATE_ROUNDS);
        }
        report.add(creates(rounds, "creates over 16 connections", "1/s", Round::perSecond));
        report.add(creates(rounds, "creates over 16 connections, p99", "ms", Round::p99Millis));
        if (databases instanceof Postgres) {
            report.add(Finding.of(
                    path,
                    "journal of the database for a create, with all that follows",
                    "bytes",
                    Pairs.median(journal)));
        }
    }

    private Finding creates(Iterable<Round> rounds, String what, String unit, ToDoubleFunction<Round> figure) {
        var figures = new ArrayList<Double>();
        rounds.forEach(round -> figures.add(figure.applyAsDouble(round)));
        return Finding.of(path, what, unit, Pairs.median(figures));
    }

    private void batches() throws Exception {
        var requests = service.batches();
        var rates = new ArrayList<Double>();
        for (var i = 0; i <= BATCH_ROUNDS; i++) {
            var bodies = requests.bodies(BATCHES, 0);
            rest();
            var seconds = requests.send(bodies, BATCH_CONNECTIONS);
            if (i > 0) {
                rates.add(BATCHES * BatchRequests.ITEMS / seconds);
            }
            Progress.of("rounds of batches at " + path, i + 1, BATCH_ROUNDS + 1);
        }
        service.jvm().awaitQuiet(PATIENCE);
        report.add(Finding.of(path, "rows of batches answered", "1/s", Pairs.median(rates)));
    }

    private static double journalBytes(Databases databases) throws Exception {
        return databases instanceof Postgres postgres ? Cost.of(postgres).journalBytes() : 0;
    }

    private void rest() throws Exception {
        service.jvm().awaitQuiet(PATIENCE);
        receiver.forget();
    }
}
