package io.caravan.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.caravan.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrated databases, one of each kind in a test run. */
public final class TestDatabases {

    private static final Map<Database, DataSource> STARTED = new EnumMap<>(Database.class);

    private TestDatabases() {}

    public static synchronized DataSource of(Database database) {
        return STARTED.computeIfAbsent(database, TestDatabases::start);
    }

    private static DataSource start(Database database) {
        var config = new HikariConfig();
        config.setMaximumPoolSize(16);
        config.setJdbcUrl(
                switch (database) {
                    case H2 ->
                        "jdbc:h2:mem:tests;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;"
                                + "LOCK_TIMEOUT=2000;DB_CLOSE_DELAY=-1";
                    case POSTGRESQL -> postgres();
                });
        var dataSource = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + database.name().toLowerCase(java.util.Locale.ROOT))
                .load()
                .migrate();
        return dataSource;
    }

    private static String postgres() {
        try {
            return EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
