package io.caravan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies of rows that the service has written, many at a time, by the database itself. */
final class Rows {

    private Rows() {}

    /**
     * Copies the row that is found last, once for each row of the table {@code fresh}, with some columns replaced. The new
     * rows come in the order in which a service would write them.
     */
    static int copy(Statement statement, String table, Map<String, String> replaced, String which) throws SQLException {
        var columns = columns(statement.getConnection(), table);
        var values = columns.stream()
                .map(column -> replaced.getOrDefault(column, "pattern." + column))
                .toList();
        return statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from fresh, (select * from " + table + " " + which + ") as pattern");
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        var schema = connection.getSchema();
        try (var rows = connection.getMetaData().getColumns(null, schema, table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
