package io.caravan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.store.Database;
import io.caravan.support.OwnDatabases;
import io.caravan.support.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the service says to its databases reads tables along their indexes. Both databases say how many rows they have
 * looked at. H2's planner knows less than that of PostgreSQL: it takes one list of values along an index, and the order
 * of an index only if the order that is asked for names all of its columns.
 */
@OwnDatabases
class RecordedReadsTests {

    private static final int ROWS = 8_000;

    private static final Pattern EXPLAINED =
            Pattern.compile("(select|insert|update|delete)\\b.*", Pattern.CASE_INSENSITIVE);

    /** What reads more, by how the statement begins, and why it may. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "select count(*) from (select i.id from payment_invoice i join payment p ",
                    "a page of payment invoices in a state says how many of these there are, up to some number",
            "select i.payment_id, i.id, ", "payment invoices in a state are looked for among those of the merchant",
            "select on_day, provider, currency, sum(",
                    "the sums of days that were asked for are of all rows of these days",
            "select t.*, m.name as merchant_name ", "the console sorts what has been set up by name");

    @ParameterizedTest
    @CsvSource({"H2, DISTINCT", "H2, ALIKE", "POSTGRESQL, DISTINCT", "POSTGRESQL, ALIKE"})
    void noStatementReadsATableFromEndToEnd(Database database, FullTables.Rows rows) throws SQLException {
        var statements = SayingFiles.read(database).stream()
                .filter(saying -> EXPLAINED.matcher(saying.sql()).matches())
                .toList();

        var whole = whole(statements, database, tables -> tables.fill(ROWS, rows));

        assertThat(whole).allMatch(sql -> EXCEPTIONS.keySet().stream().anyMatch(sql::startsWith));
        if (rows == FullTables.Rows.ALIKE) {
            assertThat(EXCEPTIONS.keySet()).allMatch(begin -> whole.stream().anyMatch(sql -> sql.startsWith(begin)));
        }
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
            // Only with the plan that is made while both tables are empty.
            statements.add("select i.id from payment p join invoice i on i.id = p.invoice_id and i.phone is null"
                    + " where p.payer_id = '00000000-0000-0000-0000-000000000001'");
        }
        var sayings = statements.stream().map(sql -> Saying.of(sql, List.of())).toList();

        var whole = whole(
                sayings,
                database,
                tables -> tables.fill(
                        ROWS,
                        FullTables.Rows.ALIKE,
                        List.of("callback", "invoice", "kept_answer", "notice", "outbox", "payment")));

        assertThat(whole).containsExactlyElementsOf(statements);
    }

    /** Those that read a table from end to end once the tables have been filled. */
    private static List<String> whole(List<Saying> sayings, Database database, Consumer<FullTables> fill)
            throws SQLException {
        try (var tables = TestDatabases.fresh(database);
                var connection = tables.getConnection();
                var other = tables.getConnection()) {
            if (database == Database.POSTGRESQL) {
                planAsForMany(connection);
            }
            var full = new FullTables(other, database);
            var read = new RowsRead(connection, database, sayings);
            fill.accept(full);
            var uncounted = whole(sayings, read);
            full.count();
            var counted = whole(sayings, read);
            return sayings.stream()
                    .map(Saying::sql)
                    .filter(sql -> uncounted.contains(sql) || counted.contains(sql))
                    .toList();
        }
    }

    private static Set<String> whole(List<Saying> sayings, RowsRead read) {
        return sayings.stream()
                .filter(saying -> read.by(saying) >= ROWS)
                .map(Saying::sql)
                .collect(Collectors.toSet());
    }

    /**
     * PostgreSQL has so few rows within reach that it would read them all, unless it is told that one row costs as much
     * as the next, and that it joins them one by one.
     */
    private static void planAsForMany(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set random_page_cost = 1.1");
            statement.execute("set enable_hashjoin = off");
            statement.execute("set enable_mergejoin = off");
        }
    }
}
