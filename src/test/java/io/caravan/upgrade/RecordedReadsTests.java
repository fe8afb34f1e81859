package io.caravan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.store.Database;
import io.caravan.support.OwnDatabases;
import io.caravan.support.Plans;
import io.caravan.support.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the service says to its databases reads tables along their indexes. Both databases say how many rows they have
 * looked at. H2's planner knows less than that of PostgreSQL: it takes one list of values along an index, and the order
 * of an index only if the order that is asked for names all of its columns.
 */
@OwnDatabases
class RecordedReadsTests {

    private static final int ROWS = 8_000;

    /** The class of states that a rule of the tables is broken. */
    private static final String STORED_ALREADY = "23";

    private static final Pattern EXPLAINED =
            Pattern.compile("(select|insert|update|delete)\\b.*", Pattern.CASE_INSENSITIVE);

    /** What reads more, by how the statement begins, and why it may. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "select count(*) from payment_invoice i ", "a page of payment invoices says how many there are in all",
            "select i.payment_id, i.id, ", "payment invoices in a state are looked for among those of the merchant",
            "select t.*, m.name as merchant_name ", "the console sorts what has been set up by name");

    @ParameterizedTest
    @EnumSource
    void noStatementReadsATableFromEndToEnd(Database database) throws SQLException {
        var excepted = new HashSet<String>();
        try (var tables = TestDatabases.fresh(database);
                var connection = tables.getConnection()) {
            new FullTables(connection, database).fill(ROWS);
            prepare(connection, database);
            var whole = SayingFiles.read(database).stream()
                    .filter(saying -> EXPLAINED.matcher(saying.sql()).matches())
                    .filter(saying -> reads(connection, database, saying) >= ROWS)
                    .filter(saying -> !isExcepted(saying, excepted))
                    .map(Saying::sql)
                    .toList();

            assertThat(whole).isEmpty();
        }
        assertThat(excepted).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatReadsATableIsFound(Database database) throws SQLException {
        var statements = new ArrayList<>(List.of(
                "select id from notice where lower(recipient) = 'x'",
                "delete from outbox where at < now() - interval '1' day"));
        if (database == Database.H2) {
            statements.add("select id from notice where created_at < now() and state in ('SENT', 'DROPPED')"
                    + " order by created_at limit 1");
            statements.add("delete from kept_answer where (merchant_id, request_key) in"
                    + " (select merchant_id, request_key from kept_answer limit 1)");
            statements.add("select id from callback where id = '%1$s' or delivery_id = '%1$s'"
                    .formatted("00000000-0000-0000-0000-000000000001"));
        }
        try (var tables = TestDatabases.fresh(database);
                var connection = tables.getConnection()) {
            new FullTables(connection, database).fill(ROWS, List.of("callback", "kept_answer", "notice", "outbox"));
            prepare(connection, database);
            assertThat(statements).allMatch(sql -> reads(connection, database, Saying.of(sql, List.of())) >= ROWS);
        }
    }

    /**
     * PostgreSQL has so few rows within reach that it would read them all, unless it is told that one row costs as much
     * as the next: then it plans as it does for many.
     */
    private static void prepare(Connection connection, Database database) throws SQLException {
        if (database == Database.POSTGRESQL) {
            try (var statement = connection.createStatement()) {
                statement.execute("set random_page_cost = 1.1");
            }
        }
        connection.setAutoCommit(false);
    }

    private static boolean isExcepted(Saying saying, Set<String> found) {
        var exception =
                EXCEPTIONS.keySet().stream().filter(saying.sql()::startsWith).findFirst();
        exception.ifPresent(found::add);
        return exception.isPresent();
    }

    /** The most rows that it looks at with any of its examples. */
    private static long reads(Connection connection, Database database, Saying saying) {
        return saying.examples().stream()
                .flatMap(example -> explained(connection, database, saying.sql(), example).stream())
                .mapToLong(plan -> Plans.rows(database, plan))
                .max()
                .orElse(0);
    }

    /** The plan, of what runs for that and is undone; none if there is such a row already. */
    private static Optional<String> explained(
            Connection connection, Database database, String sql, List<Value> example) {
        try (var statement = connection.prepareStatement(Plans.explain(database) + sql)) {
            for (int i = 0; i < example.size(); i++) {
                example.get(i).bind(statement, i + 1);
            }
            try (var plan = statement.executeQuery()) {
                plan.next();
                return Optional.of(plan.getString(1));
            }
        } catch (SQLException e) {
            if (e.getSQLState().startsWith(STORED_ALREADY)) {
                return Optional.empty();
            }
            throw new IllegalStateException(sql, e);
        } finally {
            undo(connection);
        }
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
