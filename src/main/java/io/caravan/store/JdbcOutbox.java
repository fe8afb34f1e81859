package io.caravan.store;

import io.caravan.core.event.Outbox;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox in its table. One transaction at a time works on a shard, because it holds the shard's row.
 *
 * <p>A reader starts behind the last id that it removed, so that it does not wade through the remains of removed rows.
 * A row with a lower id may still be committed late; therefore it starts at the beginning every thirty seconds.
 */
public final class JdbcOutbox implements Outbox {

    private static final Duration FROM_THE_BEGINNING = Duration.ofSeconds(30);

    private record Position(long lastRemoved, Instant beginning) {}

    private final JdbcClient client;
    private final JdbcOperations jdbc;
    private final Clock realTime;
    private final AtomicReferenceArray<Position> positions = new AtomicReferenceArray<>(SHARDS);

    public JdbcOutbox(TransactionalJdbc jdbc, Clock realTime) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.realTime = realTime;
    }

    @Override
    public List<Integer> waitingShards() {
        return client.sql(
                        """
                        select shard
                        from relay_shard s
                        where exists (select 1 from outbox o where o.shard = s.shard)
                        """)
                .query(Integer.class)
                .list();
    }

    @Override
    public List<Entry> take(List<Integer> shards, int limit) {
        var locked = jdbc.query(
                "select shard from relay_shard where shard = any(?) for update skip locked",
                (row, n) -> row.getInt("shard"),
                Arrays.integers(shards));
        return locked.isEmpty() ? List.of() : read(locked, limit);
    }

    @Override
    public void remove(List<Entry> relayed) {
        jdbc.batchUpdate("delete from outbox where shard = ? and id = ?", relayed, 500, (statement, entry) -> {
            statement.setInt(1, entry.shard());
            statement.setLong(2, entry.id());
        });
        relayed.forEach(entry ->
                positions.updateAndGet(entry.shard(), position -> new Position(entry.id(), position.beginning())));
    }

    private List<Entry> read(List<Integer> shards, int limit) {
        long lastRemoved = shards.stream()
                .mapToLong(shard -> positions.updateAndGet(shard, this::resume).lastRemoved())
                .min()
                .getAsLong();
        return jdbc.query(
                """
                select o.shard, o.id as outbox_id, e.*,
                    case when i.delivery = 'DIRECT' then i.phone else c.phone end as recipient
                from outbox o
                join event e on e.id = o.event_id
                left join invoice i on i.id = e.subject_id
                left join consent c on c.id = e.subject_id
                where o.shard = any(?) and o.id > ?
                order by o.id
                limit ?
                """,
                (row, n) -> entry(row),
                Arrays.integers(shards),
                lastRemoved,
                limit);
    }

    private Position resume(Position position) {
        var now = realTime.instant();
        return position == null || position.beginning().plus(FROM_THE_BEGINNING).isBefore(now)
                ? new Position(Long.MIN_VALUE, now)
                : position;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("shard"),
                row.getLong("outbox_id"),
                JdbcEvents.event(row),
                Optional.ofNullable(row.getString("recipient")).map(Phone::new));
    }
}
