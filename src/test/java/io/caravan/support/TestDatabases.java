package io.caravan.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrated databases of both kinds: H2 in memory, and a real PostgreSQL that is started once in a test run.
 *
 * <p>PostgreSQL runs here without fsync: these databases show behaviour, not durability or speed.
 */
public final class TestDatabases {

    /** A driver for all connections, if there is to be another than that of the database: io.caravan.upgrade. */
    private static final String DRIVER = System.getProperty("spring.datasource.driver-class-name");

    private static final Map<Database, DataSource> SHARED = new EnumMap<>(Database.class);
    private static final Map<Database, DataSource> BESIDE = new EnumMap<>(Database.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** The database that all tests share which bring a merchant of their own and leave other rows alone. */
    public static synchronized DataSource of(Database database) {
        return SHARED.computeIfAbsent(database, TestDatabases::fresh);
    }

    /** The same for tests that run beside the others: {@link OwnDatabases}. */
    public static synchronized DataSource beside(Database database) {
        return BESIDE.computeIfAbsent(database, TestDatabases::fresh);
    }

    /** A database of its own for the caller, with all tables and no rows but the migrations'. */
    public static HikariDataSource fresh(Database database) {
        return connect(freshUrl(database));
    }

    /** The address of a database of its own; the user is in it. On H2, it lasts as long as the test run. */
    public static String freshUrl(Database database) {
        var name = "test_" + COUNT.incrementAndGet();
        return switch (database) {
            case H2 -> {
                var url = "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";LOCK_TIMEOUT=2000;ANALYZE_AUTO=0;DB_CLOSE_DELAY=-1;USER=sa";
                try (var dataSource = connect(url)) {
                    migrate(dataSource, database);
                }
                yield url;
            }
            case POSTGRESQL -> PostgreSql.clone(name);
        };
    }

    /** Brings the database to the newest version, as the service does at its start. */
    public static void migrate(DataSource dataSource, Database database) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + database.name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    /** A database that others may use too. */
    public static HikariDataSource connect(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofMinutes(3).toMillis());
        if (DRIVER != null) {
            config.setDriverClassName(DRIVER);
        }
        return new HikariDataSource(config);
    }
}
