package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.ops.Matter;
import io.caravan.core.ops.MatterQuery;
import io.caravan.core.ops.Matters;
import io.caravan.core.ops.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alarms, differences and late money, along the indexes of those that are open. */
public final class JdbcMatters implements Matters {

    private final JdbcClient jdbc;

    public JdbcMatters(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<Matter> open(MatterQuery query, int limit) {
        var after = query.after();
        return jdbc.sql(
                        """
                        select w.id, w.at, w.finding, w.what, w.about, w.payment_id, o.provider, m.name as merchant_name
                        from (%s and at <= ? and (at < ? or %s < ?) order by %s desc, at desc, id desc limit ?) w
                        left join payment p on p.id = w.payment_id
                        left join merchant m on m.id = p.merchant_id
                        left join operation o on o.id = w.operation_id
                        order by w.at desc, w.id desc
                        """
                                .formatted(rows(query.kind()), id(query.kind()), openBy(query.kind())))
                .params(timestamp(after.at()), timestamp(after.at()), after.id(), limit)
                .query((row, n) -> matter(query.kind(), row))
                .list();
    }

    @Override
    public boolean close(Matter.Kind kind, UUID id, Instant now) {
        return switch (kind) {
            case ALARM -> close("payment_alarm", id, now);
            case DIFFERENCE -> close("payment_difference", id, now);
            case LATE_MONEY -> giveBack(id, now);
        };
    }

    private boolean close(String table, UUID id, Instant now) {
        return jdbc.sql("update " + table + " set resolved_at = ? where id = ? and resolved_at is null")
                        .params(timestamp(now), id)
                        .update()
                == 1;
    }

    private boolean giveBack(UUID refund, Instant now) {
        return jdbc.sql(
                                """
                                update unmatched_money
                                set state = 'RETURNED', changed_at = ?
                                where refund_id = ? and state = 'KEPT'
                                """)
                        .params(timestamp(now), refund)
                        .update()
                == 1;
    }

    private static String rows(Matter.Kind kind) {
        return switch (kind) {
            case ALARM ->
                """
                select id, at, kind as finding, what, cast(operation_id as varchar) as about, payment_id, operation_id
                from payment_alarm where resolved_at is null""";
            case DIFFERENCE ->
                """
                select id, at, kind as finding, what, subject as about, payment_id, operation_id
                from payment_difference where resolved_at is null""";
            case LATE_MONEY ->
                """
                select refund_id as id, at, state as finding, why as what, cast(refund_id as varchar) as about,
                    payment_id, refund_id as operation_id
                from unmatched_money where state = 'KEPT'""";
        };
    }

    private static String id(Matter.Kind kind) {
        return kind == Matter.Kind.LATE_MONEY ? "refund_id" : "id";
    }

    /** What the index of the open ones begins with: in its order, H2 reads no more than it must. */
    private static String openBy(Matter.Kind kind) {
        return kind == Matter.Kind.LATE_MONEY ? "state" : "resolved_at";
    }

    private static Matter matter(Matter.Kind kind, ResultSet row) throws SQLException {
        return new Matter(
                kind,
                new Position(instant(row, "at"), uuid(row, "id")),
                row.getString("finding"),
                row.getString("what"),
                Objects.requireNonNullElse(row.getString("about"), ""),
                Objects.requireNonNullElse(row.getString("provider"), ""),
                optionalUuid(row, "payment_id"),
                Objects.requireNonNullElse(row.getString("merchant_name"), ""));
    }
}
