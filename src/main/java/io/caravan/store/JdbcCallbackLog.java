package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.LoggedAttempt;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** What can be seen of callbacks, in their tables. */
public final class JdbcCallbackLog implements CallbackLog {

    /** What merchants see of the callbacks that a select, in the place of the gap, has found. */
    private static final String SEEN =
            """
            select c.id, c.dialect, %3$s, e.type, p.url, c.state, c.ready_at, c.created_at, c.delivery_id,
                d.state as delivery_state, d.next_attempt_at,
                (select count(*) from attempt a where a.delivery_id = c.delivery_id)
                    + (select count(*) from attempt a where a.delivery_id = d.repeats) as attempts
            from (%1$s) c
            join event e on e.id = c.event_id
            %4$s
            left join endpoint p on p.id = c.endpoint_id
            left join delivery d on d.id = c.delivery_id
            order by c.created_at %2$s, c.id %2$s
            """;

    private final JdbcOperations jdbc;
    private final CallbackSubjects subjects;
    private final OldCallbacks oldCallbacks;

    public JdbcCallbackLog(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
        this.subjects = new CallbackSubjects(jdbc);
        this.oldCallbacks = new OldCallbacks(jdbc);
    }

    @Override
    public List<LoggedCallback> find(CallbackQuery query, int limit) {
        var states = query.status().map(CallbackStatus::states).orElse(EnumSet.allOf(CallbackState.class));
        var pieces = CallbackPieces.newestFirst(query.subject().map(name -> subjects.events(query.merchant(), name)))
                .select(query.merchant(), states, query.from(), query.to(), query.after(), limit);
        return jdbc.query(seen(pieces.sql(), "desc"), (row, n) -> callback(row), pieces.arguments());
    }

    @Override
    public List<LoggedCallback> find(MerchantId merchant, DeliveryId id) {
        var own = jdbc.query(
                seen("select * from callback where merchant_id = ? and id = ?", "asc"),
                (row, n) -> callback(row),
                merchant.value(),
                id.callback());
        return own.isEmpty()
                ? jdbc.query(
                        seen("select * from callback where merchant_id = ? and delivery_id = ?", "asc"),
                        (row, n) -> callback(row),
                        merchant.value(),
                        id.value())
                : own;
    }

    @Override
    public List<LoggedAttempt> attempts(MerchantId merchant, LoggedCallback callback) {
        return jdbc.query(
                """
                select a.at, a.duration_ms, a.status, a.error, a.answer, a.answer_at
                from callback c
                join delivery d on d.id = c.delivery_id
                join attempt a on a.delivery_id = d.id or a.delivery_id = d.repeats
                where c.merchant_id = ? and c.id = ?
                order by a.at, a.number
                """,
                (row, n) -> attempt(row),
                merchant.value(),
                callback.id());
    }

    @Override
    public Optional<MerchantId> owner(DeliveryId id) {
        return jdbc
                .query(
                        """
                        select merchant_id from callback where id = ?
                        union
                        select merchant_id from callback where delivery_id = ?
                        """,
                        (row, n) -> new MerchantId(uuid(row, "merchant_id")),
                        id.callback(),
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    public int forgetAnswers(Instant before, int limit) {
        return CompositeKeys.change(
                jdbc,
                "select delivery_id, number, at from attempt where answer_at < ? order by answer_at limit ?",
                (row, n) ->
                        new Object[] {row.getString("delivery_id"), row.getInt("number"), timestamp(instant(row, "at"))
                        },
                "update attempt set answer = null, answer_at = null where delivery_id = ? and number = ? and at = ?",
                timestamp(before),
                limit);
    }

    @Override
    public int forgetCallbacks(Instant before, int limit) {
        return oldCallbacks.forget(before, limit);
    }

    private static String seen(String callbacks, String order) {
        return SEEN.formatted(callbacks, order, CallbackSubjects.COLUMNS, CallbackSubjects.JOINS);
    }

    private static LoggedCallback callback(ResultSet row) throws SQLException {
        var status = CallbackStatus.of(CallbackState.valueOf(row.getString("state")));
        return new LoggedCallback(
                uuid(row, "id"),
                Dialect.valueOf(row.getString("dialect")),
                CallbackSubjects.name(row),
                EventType.valueOf(row.getString("type")),
                Optional.ofNullable(row.getString("url")),
                status,
                row.getInt("attempts"),
                status == CallbackStatus.PENDING ? nextAttemptAt(row) : Optional.empty(),
                instant(row, "created_at"),
                Optional.ofNullable(row.getString("delivery_id")).map(DeliveryId::new));
    }

    /** None while it is on its way, or behind another. */
    private static Optional<Instant> nextAttemptAt(ResultSet row) throws SQLException {
        return switch (CallbackState.valueOf(row.getString("state"))) {
            case WAITING, APART -> optionalInstant(row, "ready_at");
            case DELIVERING ->
                "PENDING".equals(row.getString("delivery_state"))
                        ? optionalInstant(row, "next_attempt_at")
                        : Optional.empty();
            case DELIVERED, DEAD, HELD -> Optional.empty();
        };
    }

    private static LoggedAttempt attempt(ResultSet row) throws SQLException {
        return new LoggedAttempt(
                instant(row, "at"),
                Duration.ofMillis(row.getInt("duration_ms")),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getString("error")),
                Optional.ofNullable(row.getString("answer")));
    }
}
