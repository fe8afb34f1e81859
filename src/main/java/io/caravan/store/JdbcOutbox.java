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
    public List<Entry> take(int shard, int limit) {
        var locked = client.sql("select shard from relay_shard where shard = ? for update skip locked")
                .param(shard)
                .query(Integer.class)
                .optional();
        return locked.isEmpty() ? List.of() : read(shard, limit);
    }

    @Override
    public void remove(int shard, List<Entry> relayed) {
        jdbc.batchUpdate("delete from outbox where shard = ? and id = ?", relayed, 500, (statement, entry) -> {
            statement.setInt(1, shard);
            statement.setLong(2, entry.id());
        });
        var last = relayed.get(relayed.size() - 1).id();
        positions.updateAndGet(shard, position -> new Position(last, position.beginning()));
    }

    private List<Entry> read(int shard, int limit) {
        var position = positions.updateAndGet(shard, this::resume);
        return client.sql(
                        """
                        select o.id as outbox_id, e.*, case when i.delivery = 'DIRECT' then i.phone end as recipient
                        from outbox o
                        join event e on e.id = o.event_id
                        left join invoice i on i.id = e.subject_id
                        where o.shard = ? and o.id > ?
                        order by o.id
                        limit ?
                        """)
                .param(shard)
                .param(position.lastRemoved())
                .param(limit)
                .query((row, n) -> entry(row))
                .list();
    }

    private Position resume(Position position) {
        var now = realTime.instant();
        return position == null || position.beginning().plus(FROM_THE_BEGINNING).isBefore(now)
                ? new Position(Long.MIN_VALUE, now)
                : position;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("outbox_id"),
                JdbcEvents.event(row),
                Optional.ofNullable(row.getString("recipient")).map(Phone::new));
    }
}
