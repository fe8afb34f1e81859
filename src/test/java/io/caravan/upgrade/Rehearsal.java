package io.caravan.upgrade;

import io.caravan.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Says things to a database that has no rows, as the service would, and undoes each. Rows may lack those that they point
 * at; all other rules of the tables hold.
 */
final class Rehearsal implements AutoCloseable {

    private static final String NEVER_EMPTY = " never empty";

    private final Connection connection;

    Rehearsal(DataSource tables, Database database) throws SQLException {
        connection = tables.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    switch (database) {
                        case H2 -> "set referential_integrity false";
                        case POSTGRESQL -> "set session_replication_role = replica";
                    });
        }
        connection.setAutoCommit(false);
    }

    /** The same with the examples that the database takes, and what comes back; an exception if it knows no such thing. */
    Saying tried(Saying saying) throws SQLException {
        var columns = columns(saying);
        var taken = new ArrayList<List<Value>>();
        for (var example : saying.examples()) {
            try {
                say(saying.sql(), example);
                taken.add(example);
            } catch (SQLException e) {
                connection.rollback();
            }
        }
        return saying.withExamples(taken).giving(columns);
    }

    /** What does not work any more. */
    List<String> faults(List<Saying> sayings) {
        var faults = new ArrayList<String>();
        for (var saying : sayings) {
            try {
                var columns = columns(saying);
                for (var example : saying.examples()) {
                    say(saying.sql(), example);
                }
                saying.columns().stream()
                        .filter(column -> !columns.contains(column) && !columns.contains(column + NEVER_EMPTY))
                        .forEach(column -> faults.add("gives no " + column + " any more: " + saying.sql()));
            } catch (SQLException e) {
                faults.add(e.getMessage() + ": " + saying.sql());
                undo();
            }
        }
        return faults;
    }

    private List<String> columns(Saying saying) throws SQLException {
        try (var statement = connection.prepareStatement(saying.sql())) {
            var columns = new ArrayList<String>();
            var all = isSeveral(saying) ? null : statement.getMetaData();
            for (int i = 1; all != null && i <= all.getColumnCount(); i++) {
                columns.add(all.getColumnLabel(i).toLowerCase(Locale.ROOT) + " "
                        + all.getColumnTypeName(i).toLowerCase(Locale.ROOT)
                        + (all.isNullable(i) == ResultSetMetaData.columnNoNulls ? NEVER_EMPTY : ""));
            }
            return columns;
        } catch (SQLException e) {
            undo();
            throw e;
        } finally {
            connection.rollback();
        }
    }

    /** Which a driver can send and not describe. */
    private static boolean isSeveral(Saying saying) {
        return saying.sql().contains(";");
    }

    private void say(String sql, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                values.get(i).bind(statement, i + 1);
            }
            statement.execute();
        } finally {
            connection.rollback();
        }
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
