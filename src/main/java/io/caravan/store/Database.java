package io.caravan.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
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

        @Override
        int[] change(JdbcOperations jdbc, List<Change> changes) {
            return changes.stream()
                    .mapToInt(change -> jdbc.update(change.sql(), change.values()))
                    .toArray();
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

        /** One message for all: each that is sent and answered alone costs both sides as much as the work itself. */
        @Override
        int[] change(JdbcOperations jdbc, List<Change> changes) {
            var sql = changes.stream().map(Change::sql).collect(Collectors.joining(";\n"));
            var values = changes.stream()
                    .flatMap(change -> Stream.of(change.values()))
                    .toArray();
            return jdbc.execute(sql, (PreparedStatement statement) -> {
                new ArgumentPreparedStatementSetter(values).setValues(statement);
                statement.execute();
                var changed = new int[changes.size()];
                for (var i = 0; i < changed.length; i++) {
                    changed[i] = statement.getUpdateCount();
                    statement.getMoreResults();
                }
                return changed;
            });
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

    /**
     * Says these statements one after the other.
     *
     * @return how many rows each has changed
     */
    abstract int[] change(JdbcOperations jdbc, List<Change> changes);

    /** Asks the database for its name. */
    public static Database of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return valueOf(connection.getMetaData().getDatabaseProductName().toUpperCase(java.util.Locale.ROOT));
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
