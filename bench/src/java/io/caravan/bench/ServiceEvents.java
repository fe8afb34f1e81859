package io.caravan.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Events in the service's own tables. The first comes from a request; the others are copies of it, all committed at one
 * time, so that what is measured is their way out and not their way in.
 */
final class ServiceEvents {

    private static final int SINGLES = 200;
    private static final long PAUSE_MILLIS = 50;

    private static final String NEW_ID =
            "(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'"
                    + " || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid";

    private final Postgres postgres;
    private final Service service;

    ServiceEvents(Postgres postgres, Service service) {
        this.postgres = postgres;
        this.service = service;
    }

    /** Milliseconds between an event's time and its callback's. */
    record Waits(double p50, double p99) {}

    /** One invoice by the front door: the pattern of the others, and what tells the relay that there is work. */
    void createOne() throws Exception {
        create(1);
    }

    /** That many invoices with their events and outbox rows, in one transaction. Links, as nobody is told of them. */
    void add(int count) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table fresh on commit drop as select gen_random_uuid() as invoice, "
                    + NEW_ID + " as event from generate_series(1, " + count + ")");
            var nothing = "null";
            Rows.copy(
                    statement,
                    "invoice",
                    Map.of("id", "fresh.invoice", "fingerprint", nothing, "phone", nothing, "delivery", "'LINK'"),
                    "order by created_at limit 1");
            Rows.copy(
                    statement,
                    "event",
                    Map.of("id", "fresh.event", "subject_id", "fresh.invoice", "at", "now()"),
                    "where type = 'INVOICE_CREATED' order by at limit 1");
            statement.execute("insert into outbox (shard, event_id, at)"
                    + " select floor(random() * 16), fresh.event, now() from fresh");
            connection.commit();
        }
    }

    /** Waits until every callback is recorded as delivered. */
    void awaitRecorded(Duration patience) throws SQLException, InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        try (var connection = postgres.connect("caravan");
                var statement = connection.prepareStatement(
                        "select count(*) from callback where lower(state) <> 'delivered'")) {
            while (count(statement) > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(count(statement) + " callbacks are not recorded as delivered");
                }
                Thread.sleep(20);
            }
        }
    }

    /** Seconds from the given time until the last callback was put into its table. */
    double relaySeconds(Instant since) throws SQLException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(created_at) from callback")) {
            rows.next();
            return Duration.between(
                                    since,
                                    rows.getObject(1, OffsetDateTime.class).toInstant())
                            .toMillis()
                    / 1e3;
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Creates invoices one by one, with a pause after each, and asks the rows how long their events have waited. */
    Waits relayMillis() throws Exception {
        create(SINGLES);
        service.jvm().awaitQuiet(Duration.ofSeconds(60));
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        select percentile_cont(0.50) within group (order by ms), percentile_cont(0.99) within group (order by ms)
                        from (
                            select extract(epoch from c.created_at - e.at) * 1000 as ms
                            from callback c join event e on e.id = c.event_id
                            order by e.at desc
                            limit %d) as last
                        """
                                .formatted(SINGLES))) {
            rows.next();
            return new Waits(rows.getDouble(1), rows.getDouble(2));
        }
    }

    /** That many invoices by the front door, one after the other. */
    void create(int count) throws Exception {
        var requests = service.invoices();
        try (var connection = new HttpConnection(requests.port())) {
            for (var i = 0; i < count; i++) {
                if (i > 0) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                var answer = connection.exchange(requests.next());
                if (HttpConnection.status(answer) != 202) {
                    throw new IllegalStateException("A create was answered " + answer.firstLine());
                }
            }
        }
    }
}
