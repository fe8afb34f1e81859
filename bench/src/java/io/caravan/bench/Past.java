package io.caravan.bench;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a service has behind it that has run for long: invoices of many payers, each with its event, a notice that was
 * sent and a callback that was delivered. They are copies of one that went all this way.
 */
final class Past {

    private static final int CHUNK = 200_000;

    private final JdbcTemplate jdbc;
    private final boolean isPostgres;

    Past(Databases databases) throws Exception {
        this.isPostgres = databases instanceof Postgres;
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(databases.url("caravan"), databases.user(), ""));
    }

    /** Adds so many, each of another phone, the last {@code due} of which are over since a minute. */
    void add(int count, int due) {
        for (int done = 0; done < count; done += CHUNK) {
            var before = done;
            var size = Math.min(CHUNK, count - done);
            var over = Math.max(0, Math.min(size, done + size - (count - due)));
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (var statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    chunk(statement, before, size, over);
                    connection.commit();
                    connection.setAutoCommit(true);
                }
                return null;
            });
            Progress.of("rows of the past", done + size, count);
        }
        tidy();
    }

    private void chunk(java.sql.Statement statement, int before, int size, int due) throws SQLException {
        statement.execute("create table fresh as select gen_random_uuid() as invoice, gen_random_uuid() as event, n"
                + " from generate_series(1, " + size + ") as g(n)");
        Rows.copy(
                statement,
                "invoice",
                Map.of(
                        "id",
                        "fresh.invoice",
                        "fingerprint",
                        "null",
                        "phone",
                        "cast('+457' || cast(1000000 + " + before + " + fresh.n as varchar) as varchar(16))",
                        "expires_at",
                        "case when fresh.n <= " + due + " then current_timestamp - interval '1' minute"
                                + " else current_timestamp + interval '30' day end"),
                "where fingerprint is not null order by created_at limit 1");
        Rows.copy(
                statement,
                "event",
                Map.of("id", "fresh.event", "subject_id", "fresh.invoice"),
                "where type = 'INVOICE_CREATED' order by at limit 1");
        Rows.copy(
                statement,
                "notice",
                Map.of("id", "gen_random_uuid()", "event_id", "fresh.event", "subject_id", "fresh.invoice"),
                "where state = 'SENT' order by created_at limit 1");
        Rows.copy(
                statement,
                "callback",
                Map.of("id", "gen_random_uuid()", "event_id", "fresh.event", "subject_id", "fresh.invoice"),
                "where state = 'DELIVERED' order by created_at limit 1");
        statement.execute("drop table fresh");
    }

    /** What the database would do in the background, so that it does not do it while something is measured. */
    private void tidy() {
        if (isPostgres) {
            for (var table : new String[] {"invoice", "event", "notice", "callback"}) {
                jdbc.execute("vacuum analyze " + table);
            }
            jdbc.execute("checkpoint");
        }
    }
}
