package io.caravan.upgrade;

import io.caravan.store.Database;
import io.caravan.support.Plans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many rows statements look at, with the plan that is made now and with the one that the connection made when it was
 * told of them. H2 keeps the plan of a statement that comes again and again, whatever is stored meanwhile; so what was
 * planned for empty tables must do for full ones.
 */
final class RowsRead {

    /** The class of states that a rule of the tables is broken. */
    private static final String STORED_ALREADY = "23";

    private final Connection connection;
    private final Database database;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    RowsRead(Connection connection, Database database, List<Saying> sayings) throws SQLException {
        this.connection = connection;
        this.database = database;
        for (var saying : sayings) {
            kept.put(saying.sql(), prepare(saying));
        }
        connection.setAutoCommit(false);
    }

    /** The most with any of its examples. What runs for that is undone. */
    long by(Saying saying) {
        try (var now = prepare(saying)) {
            long most = 0;
            for (var example : saying.examples()) {
                for (var statement : Stream.of(kept.get(saying.sql()), now).toList()) {
                    most = Math.max(most, by(statement, example));
                }
            }
            return most;
        } catch (SQLException e) {
            throw new IllegalStateException(saying.sql(), e);
        }
    }

    /** None if what it would store is there already. */
    private long by(PreparedStatement statement, List<Value> example) throws SQLException {
        for (int i = 0; i < example.size(); i++) {
            example.get(i).bind(statement, i + 1);
        }
        try (var plan = statement.executeQuery()) {
            plan.next();
            return Plans.rows(database, plan.getString(1));
        } catch (SQLException e) {
            if (e.getSQLState().startsWith(STORED_ALREADY)) {
                return 0;
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }

    private PreparedStatement prepare(Saying saying) throws SQLException {
        return connection.prepareStatement(Plans.explain(database) + saying.sql());
    }
}
