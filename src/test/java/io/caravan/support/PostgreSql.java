package io.caravan.support;

import io.caravan.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A PostgreSQL server that lives as long as the test run. Its databases are copies of one that was migrated once. */
final class PostgreSql {

    private static final String TEMPLATE = "caravan_template";
    private static final EmbeddedPostgres SERVER = start();

    private PostgreSql() {}

    /** Makes a migrated database of this name and answers its address. */
    static String clone(String name) {
        create(SERVER, name, "template " + TEMPLATE);
        return url(SERVER, name);
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        create(server, TEMPLATE, "");
        try (var dataSource = TestDatabases.connect(url(server, TEMPLATE))) {
            TestDatabases.migrate(dataSource, Database.POSTGRESQL);
        }
        return server;
    }

    private static void create(EmbeddedPostgres server, String name, String options) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(EmbeddedPostgres server, String name) {
        return server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }
}
