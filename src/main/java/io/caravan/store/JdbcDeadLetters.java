package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import io.caravan.core.ops.DeadCallback;
import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.ops.DeadNotice;
import io.caravan.core.ops.Position;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was given up, in the tables of notices and callbacks. */
public final class JdbcDeadLetters implements DeadLetterBox {

    private final JdbcClient jdbc;
    private final ReplayPlaces places;

    public JdbcDeadLetters(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.places = new ReplayPlaces(jdbc);
    }

    @Override
    public List<DeadNotice> notices(Position after, int limit) {
        return Arrays.stream(Channel.values())
                .filter(Channel::leadsToPayers)
                .flatMap(channel -> notices(channel, after, limit).stream())
                .sorted(Comparator.comparing(DeadNotice::position, Position.NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    private List<DeadNotice> notices(Channel channel, Position after, int limit) {
        return jdbc.sql(
                        """
                        select id, channel, kind, recipient, subject_id, reason, due_at, updated_at
                        from notice
                        where state = 'PARKED' and channel = ? and due_at <= ? and (due_at < ? or id < ?)
                        order by state desc, channel desc, due_at desc, id desc
                        limit ?
                        """)
                .params(channel.name(), timestamp(after.at()), timestamp(after.at()), after.id(), limit)
                .query((row, n) -> notice(row))
                .list();
    }

    @Override
    public List<DeadCallback> callbacks(Position after, int limit) {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> callbacks(dialect, after, limit).stream())
                .sorted(Comparator.comparing(DeadCallback::position, Position.NEWEST_FIRST))
                .limit(limit)
                .toList();
    }

    private List<DeadCallback> callbacks(Dialect dialect, Position after, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.merchant_id, m.name, c.dialect, e.type, c.subject_id, p.url, c.reason,
                            c.waiting_since, c.delivery_id,
                            (select status from attempt a where a.delivery_id = c.delivery_id
                                order by a.at desc limit 1) as status,
                            (select error from attempt a where a.delivery_id = c.delivery_id
                                order by a.at desc limit 1) as error
                        from (select * from callback where dialect = ? and state = 'DEAD' and waiting_since <= ?
                            and (waiting_since < ? or id < ?)
                            order by dialect desc, state desc, waiting_since desc, id desc limit ?) c
                        join event e on e.id = c.event_id
                        join merchant m on m.id = c.merchant_id
                        left join endpoint p on p.id = c.endpoint_id
                        """)
                .params(dialect.name(), timestamp(after.at()), timestamp(after.at()), after.id(), limit)
                .query((row, n) -> callback(row))
                .list();
    }

    @Override
    public int countDead(DeliveryId name) {
        return (int) places.count(
                "callback",
                """
                c.state = 'DEAD' and c.id in (
                    select id from callback where id = ? union select id from callback where delivery_id = ?)
                """,
                Integer.MAX_VALUE,
                name.callback(),
                name.value());
    }

    @Override
    public int countDead(MerchantId merchant, int limit) {
        return (int) places.count("callback", "c.merchant_id = ? and c.state = 'DEAD'", limit, merchant.value());
    }

    @Override
    public int countParked(UUID notice) {
        return count("select 1 from notice where id = ? and state = 'PARKED'", notice);
    }

    @Override
    public int countParked(Channel channel, int limit) {
        return count("select 1 from notice where state = 'PARKED' and channel = ? limit ?", channel.name(), limit);
    }

    private int count(String rows, Object... arguments) {
        return jdbc.sql("select count(*) from (" + rows + ") w")
                .params(arguments)
                .query(Integer.class)
                .single();
    }

    @Override
    public int resend(UUID notice, Instant now) {
        return jdbc.sql(
                        "update notice set state = 'READY', due_at = ?, updated_at = ? where id = ? and state = 'PARKED'")
                .params(timestamp(now), timestamp(now), notice)
                .update();
    }

    @Override
    public int resend(Channel channel, int limit, Instant now) {
        return jdbc.sql(
                        """
                        update notice set state = 'READY', due_at = ?, updated_at = ?
                        where state = 'PARKED' and id in (
                            select id from notice where state = 'PARKED' and channel = ?
                            order by state, channel, due_at, id limit ?)
                        """)
                .params(timestamp(now), timestamp(now), channel.name(), limit)
                .update();
    }

    private static DeadNotice notice(ResultSet row) throws SQLException {
        return new DeadNotice(
                new Position(instant(row, "due_at"), uuid(row, "id")),
                Channel.valueOf(row.getString("channel")),
                row.getString("kind"),
                new Phone(row.getString("recipient")),
                uuid(row, "subject_id"),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                instant(row, "updated_at"));
    }

    private static DeadCallback callback(ResultSet row) throws SQLException {
        var error = Optional.ofNullable(row.getString("error"));
        return new DeadCallback(
                new Position(instant(row, "waiting_since"), uuid(row, "id")),
                Optional.ofNullable(row.getString("delivery_id"))
                        .map(DeliveryId::new)
                        .orElse(DeliveryId.of(uuid(row, "id"))),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("name"),
                Dialect.valueOf(row.getString("dialect")),
                EventType.valueOf(row.getString("type")),
                uuid(row, "subject_id"),
                Objects.requireNonNullElse(row.getString("url"), ""),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                Optional.ofNullable(row.getString("status")).or(() -> error));
    }
}
