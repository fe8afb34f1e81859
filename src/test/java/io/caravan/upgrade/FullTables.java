package io.caravan.upgrade;

import static java.util.Map.entry;

import io.caravan.store.Database;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Tables with as many rows each as of things of one merchant that are long over. Rows of the same number belong
 * together.
 */
final class FullTables {

    /** What is set up, or stays small because it is removed when it has been worked off. */
    private static final Set<String> FEW = Set.of(
            "batch",
            "business_clock",
            "campaign",
            "checkout_key",
            "client",
            "commerce_account",
            "endpoint",
            "flyway_schema_history",
            "heartbeat",
            "hold",
            "issuer",
            "issuer_logo",
            "merchant",
            "operator",
            "partner",
            "payment_service",
            "prompt_address",
            "reconciliation",
            "registration",
            "registration_event",
            "relay_shard",
            "replay",
            "route_report",
            "sales_unit",
            "setup_turn",
            "signing_key");

    /** The same in all rows, and in the recorded statements. */
    private static final Set<String> SHARED = Set.of("merchant_id", "issuer_id", "endpoint_id", "partner_id");

    private static final Set<String> FIXED_TIMES =
            Set.of("answer_at", "done_at", "granted_at", "personal_since", "resolved_at");

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("callback.state", "DELIVERED"),
            entry("consent.state", "GRANTED"),
            entry("delivery.state", "DELIVERED"),
            entry("incoming_transfer.state", "MATCHED"),
            entry("invoice.status", "PAID"),
            entry("notice.channel", "PUSH"),
            entry("notice.state", "SENT"),
            entry("operation.state", "DONE"),
            entry("payment.status", "AUTHORIZED"),
            entry("prompt.state", "ANSWERED"),
            entry("sms.state", "DELIVERED"),
            entry("unmatched_money.state", "RETURNED"),
            entry("dialect", "MOBILEPAY"),
            entry("provider", "bank"),
            entry("currency", "DKK"));

    private final JdbcTemplate sql;
    private final Database database;

    FullTables(Connection connection, Database database) {
        this.sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.database = database;
        sql.execute(
                switch (database) {
                    case H2 -> "set referential_integrity false";
                    case POSTGRESQL -> "set session_replication_role = replica";
                });
    }

    private record Column(String name, String type, boolean mayBeEmpty, int length) {}

    /** How rows of one table differ. */
    enum Rows {
        /** In all that tells one thing from another, and nothing is missing that belongs to a thing of that age. */
        DISTINCT,
        /** In nothing that may be the same, and what may be missing is. */
        ALIKE
    }

    void fill(int count, Rows rows) {
        fill(count, rows, tables());
    }

    void fill(int count, Rows rows, List<String> tables) {
        for (var table : tables) {
            var columns = columns(table);
            sql.execute("insert into %s (%s) select %s from generate_series(1, %d) as g(x) on conflict do nothing"
                    .formatted(
                            table,
                            columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                            columns.stream()
                                    .map(column -> value(table, column, rows))
                                    .collect(Collectors.joining(", ")),
                            count));
        }
        if (database == Database.POSTGRESQL) {
            count();
        }
    }

    /** Tells the planner what is in the tables, as PostgreSQL does itself and H2 only if nobody has told it not to. */
    void count() {
        sql.execute(database == Database.H2 ? "analyze" : "vacuum analyze");
    }

    private List<String> tables() {
        var tables = new ArrayList<>(sql.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'",
                String.class));
        tables.removeIf(
                table -> FEW.contains(table) || table.toLowerCase(Locale.ROOT).startsWith("qrtz"));
        return tables;
    }

    private List<Column> columns(String table) {
        return sql.query(
                "select column_name, data_type, is_nullable, character_maximum_length from information_schema.columns"
                        + " where table_name = ? and is_identity = 'NO' order by ordinal_position",
                (row, n) -> new Column(
                        row.getString("column_name"),
                        row.getString("data_type").toUpperCase(Locale.ROOT),
                        row.getString("is_nullable").equals("YES"),
                        row.getInt("character_maximum_length")),
                table);
    }

    private static String value(String table, Column column, Rows rows) {
        if (rows == Rows.ALIKE && column.mayBeEmpty()) {
            return "null";
        }
        if (rows == Rows.ALIKE && column.type().equals("DATE")) {
            return "date '2026-01-02'";
        }
        var name = column.name();
        var word = WORDS.getOrDefault(table + "." + name, WORDS.get(name));
        if (word != null) {
            return "'" + word + "'";
        }
        return switch (column.type()) {
            case "UUID" ->
                SHARED.contains(name)
                        ? "cast('00000000-0000-0000-0000-000000000001' as uuid)"
                        : "cast('00000000-0000-4000-8000-' || lpad(cast(x as varchar), 12, '0') as uuid)";
            case "TIMESTAMP WITH TIME ZONE" ->
                column.mayBeEmpty() && !FIXED_TIMES.contains(name)
                        ? "null"
                        : "timestamp with time zone '2026-11-20 00:00:00+00' + x * interval '1' second";
            case "DATE" -> "cast(date '2026-12-01' + mod(x, 3000) * interval '1' day as date)";
            case "BOOLEAN" -> "false";
            case "BIGINT", "INTEGER", "SMALLINT" -> number(table, column);
            case "BINARY VARYING", "BINARY LARGE OBJECT" -> "hash('SHA-256', cast(x as varchar))";
            case "BYTEA" -> "sha256(cast(cast(x as varchar) as bytea))";
            default -> text(column);
        };
    }

    private static String number(String table, Column column) {
        return switch (column.name()) {
            case "amount", "authorized", "captured" -> "100";
            case "shard", "day", "refunded", "cancelled", "fence", "number", "attempts" -> "0";
            default -> column.mayBeEmpty() ? "null" : table.equals("payment") ? "0" : "x";
        };
    }

    private static String text(Column column) {
        return switch (column.name()) {
            case "phone", "recipient", "address", "sender" -> "'+45' || (70000000 + x)";
            case "fingerprint", "why", "repeats" -> column.mayBeEmpty() ? "null" : "'v' || x";
            default -> column.length() > 0 && column.length() < 8 ? "cast(mod(x, 100) as varchar)" : "'v' || x";
        };
    }
}
