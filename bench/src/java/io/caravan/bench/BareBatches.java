package io.caravan.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Inserts the rows of batches into the service's own tables, by nothing but JDBC: a transaction for 2000 invoices. */
final class BareBatches {

    private static final UUID MERCHANT = UUID.fromString(Sandbox.MERCHANT);
    private static final int ROUND_TRIP = 200;

    private final DriverManagerDataSource database;

    /** Makes the service's tables in an empty database. */
    BareBatches(String url, String user, String vendor) throws SQLException {
        database = new DriverManagerDataSource(url, user, "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into merchant values ('" + MERCHANT
                    + "', 'Bare', 'DK', 'DKK', 'Europe/Copenhagen', 'DK1', true, 'sealed')");
        }
    }

    /** Inserts so many batches over some connections at once and tells how many seconds that took. */
    double insert(int batches, int connections, String document) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var start = System.nanoTime();
            var parts = new ArrayList<Future<?>>();
            for (var i = 0; i < batches; i++) {
                parts.add(threads.submit(() -> {
                    insert(document);
                    return null;
                }));
            }
            for (var part : parts) {
                part.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdownNow();
        }
    }

    private void insert(String document) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var ids = new ArrayList<UUID>();
            for (var i = 0; i < BatchRequests.ITEMS; i++) {
                ids.add(UUID.randomUUID());
            }
            var now = OffsetDateTime.now(ZoneOffset.UTC);
            all(connection, ids, INVOICE, (row, id) -> invoice(row, id, document, now));
            all(connection, ids, DAILY_COUNT, (row, id) -> dailyCount(row, now.toLocalDate()));
            all(connection, ids, EVENT, (row, id) -> event(row, id, now));
            all(connection, ids, OUTBOX, (row, id) -> outbox(row, id, now));
            connection.commit();
        }
    }

    private static final String INVOICE =
            """
            insert into invoice (id, merchant_id, issuer_id, dialect, delivery, phone, currency, total, due_date, document,
                fingerprint, status, number, created_at, expires_at)
            values (?, ?, ?, 'MOBILEPAY', 'DIRECT', ?, 'DKK', 124950, ?, ?, ?, 'CREATED', 0, ?, ?)""";

    private static final String DAILY_COUNT =
            "insert into daily_count (merchant_id, phone, on_day, n) values (?, ?, ?, 1)";

    private static final String EVENT =
            """
            insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
            values (?, ?, 0, 'INVOICE_CREATED', ?, 'MOBILEPAY', ?, '{}')""";

    private static final String OUTBOX = "insert into outbox (shard, event_id, at) values (?, ?, ?)";

    private interface Row {
        void set(PreparedStatement row, UUID id) throws SQLException;
    }

    private static void all(Connection connection, List<UUID> ids, String insert, Row row) throws SQLException {
        try (var statement = connection.prepareStatement(insert)) {
            var n = 0;
            for (var id : ids) {
                row.set(statement, id);
                statement.addBatch();
                if (++n % ROUND_TRIP == 0) {
                    statement.executeBatch();
                }
            }
        }
    }

    private static void invoice(PreparedStatement row, UUID id, String document, OffsetDateTime now)
            throws SQLException {
        var fingerprint = new byte[32];
        ThreadLocalRandom.current().nextBytes(fingerprint);
        row.setObject(1, id);
        row.setObject(2, MERCHANT);
        row.setObject(3, UUID.fromString(Sandbox.ISSUER));
        row.setString(4, phone());
        row.setDate(5, Date.valueOf(now.toLocalDate()));
        row.setString(6, document);
        row.setBytes(7, fingerprint);
        row.setObject(8, now);
        row.setObject(9, now);
    }

    private static void dailyCount(PreparedStatement row, LocalDate day) throws SQLException {
        row.setObject(1, MERCHANT);
        row.setString(2, phone());
        row.setDate(3, Date.valueOf(day));
    }

    private static void event(PreparedStatement row, UUID id, OffsetDateTime now) throws SQLException {
        row.setObject(1, UUID.randomUUID());
        row.setObject(2, id);
        row.setObject(3, MERCHANT);
        row.setObject(4, now);
    }

    private static void outbox(PreparedStatement row, UUID id, OffsetDateTime now) throws SQLException {
        row.setInt(1, Math.floorMod(id.hashCode(), 16));
        row.setObject(2, id);
        row.setObject(3, now);
    }

    /** As good as never the same twice. */
    private static String phone() {
        return "+" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999_999L);
    }

    /** How long a stored document of the service is, in bytes of a made one. */
    static String document(byte[] body) {
        return new String(body, 0, body.length / BatchRequests.ITEMS, StandardCharsets.ISO_8859_1);
    }
}
