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

        @Override
        String insertBoth(String insert, String columns, String into) {
            return into + " from final table (" + insert + ")";
        }
    },
    POSTGRESQL {
        @Override
        void waitForLocksAtMostTwoSeconds(JdbcClient jdbc) {
            jdbc.sql("set local lock_timeout = '2s'").update();
        }

        @Override
        String insertBoth(String insert, String columns, String into) {
            return "with inserted as (" + insert + " returning " + columns + ") " + into + " from inserted";
        }
    };

    abstract void waitForLocksAtMostTwoSeconds(JdbcClient jdbc);

    /**
     * One statement that inserts a row, and another row made of it.
     *
     * @param columns of the first row, used by the second
     * @param into inserts the second row by a select; lacks its from clause and has no parameters
     */
    abstract String insertBoth(String insert, String columns, String into);

    /** Asks the database for its name. */
    public static Database of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return valueOf(connection.getMetaData().getDatabaseProductName().toUpperCase(java.util.Locale.ROOT));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
