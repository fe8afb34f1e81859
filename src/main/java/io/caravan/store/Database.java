package io.caravan.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database behind the stores, where the two that are supported differ. */
public enum Database {
    H2 {
        /** LOCK_TIMEOUT in the URL says the same for all transactions. */
        @Override
        void waitForLocksAtMostTwoSeconds(JdbcClient jdbc) {}
    },
    POSTGRESQL {
        @Override
        void waitForLocksAtMostTwoSeconds(JdbcClient jdbc) {
            jdbc.sql("set local lock_timeout = '2s'").update();
        }
    };

    abstract void waitForLocksAtMostTwoSeconds(JdbcClient jdbc);

    /** Asks the database for its name. */
    public static Database of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return valueOf(connection.getMetaData().getDatabaseProductName().toUpperCase(java.util.Locale.ROOT));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
