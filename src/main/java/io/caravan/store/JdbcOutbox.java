package io.caravan.store;

import io.caravan.core.event.Outbox;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox in its table. One transaction at a time works on a shard, because it holds the shard's row.
 *
 * <p>A reader does not wade through the remains of all removed rows: it starts behind the last id that it had removed a
 * few seconds ago, as a row with a lower id is often committed a moment later. One may be committed later still;
 * therefore it starts at the beginning every thirty seconds, and at once if it meets an event whose predecessor waits
 * behind it.
 */
public final class JdbcOutbox implements Outbox {

    private static final Duration FROM_THE_BEGINNING = Duration.ofSeconds(30);

    /** At least as long as a transaction mostly takes from its outbox row to its commit. */
    private static final Duration STEP = Duration.ofSeconds(3);

    private static final String NEXT_OF_A_SHARD =
            "(select shard, id, event_id from outbox where shard = ? and id > ? order by shard, id limit ?)";

    /** Takes the first few of each shard, however many wait, and only then looks at what they are about. */
    private static final String READ =
            """
            select o.shard, o.id as outbox_id, e.*,
                case when i.delivery = 'DIRECT' then i.phone when r.flow = 'PUSH_MESSAGE' then r.phone else c.phone end
                    as recipient
            from (select shard, id, event_id from (%s) as waiting order by id limit ?) as o
            join event e on e.id = o.event_id
            left join invoice i on i.id = e.subject_id
            left join consent c on c.id = e.subject_id
            left join payment_request r on r.payment_id = e.subject_id
            order by o.id
            """;

    private static final String WAITING =
            "select e.subject_id, e.number from event e join outbox o on o.event_id = e.id where e.subject_id = any(?)";

    /**
     * Where a reader is in a shard.
     *
     * @param start the last id that was removed at the step before the last
     * @param next the last id that was removed at the last step: the next start
     * @param lastRemoved the last id that was removed
     * @param stepped when the last step was
     * @param beginning when it last started at the beginning
     */
    private record Position(long start, long next, long lastRemoved, Instant stepped, Instant beginning) {

        static Position first(Instant now) {
            return new Position(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, now, now);
        }

        Position step(Instant now) {
            return stepped.plus(STEP).isAfter(now)
                    ? this
                    : new Position(next, lastRemoved, lastRemoved, now, beginning);
        }

        Position removed(long id) {
            return new Position(start, next, Math.max(id, lastRemoved), stepped, beginning);
        }

        boolean isLongAgo(Instant now) {
            return beginning.plus(FROM_THE_BEGINNING).isBefore(now);
        }

        Position begun(Instant now) {
            return new Position(start, next, lastRemoved, stepped, now);
        }
    }

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

    /** Names the part of the shard that they are in: H2 would look for them among all that wait. */
    @Override
    public void remove(List<Entry> relayed) {
        var ids = relayed.stream()
                .collect(Collectors.groupingBy(
                        Entry::shard, TreeMap::new, Collectors.mapping(Entry::id, Collectors.toList())));
        jdbc.batchUpdate(
                "delete from outbox where shard = ? and id >= ? and id <= ? and id = any(?)",
                ids.entrySet().stream()
                        .map(shard -> new Object[] {
                            shard.getKey(),
                            Collections.min(shard.getValue()),
                            Collections.max(shard.getValue()),
                            Arrays.longs(shard.getValue())
                        })
                        .toList());
        relayed.forEach(entry -> positions.updateAndGet(entry.shard(), position -> position.removed(entry.id())));
    }

    private List<Entry> read(List<Integer> shards, int limit) {
        var entries = next(shards, limit);
        if (!overtakes(entries)) {
            return entries;
        }
        shards.forEach(shard -> positions.set(shard, null));
        return next(shards, limit);
    }

    /** Whether an event would be told before the one before it. */
    private boolean overtakes(List<Entry> entries) {
        var firsts = new HashMap<UUID, Integer>();
        entries.forEach(entry ->
                firsts.putIfAbsent(entry.event().subject(), entry.event().number()));
        firsts.values().removeIf(number -> number == 0);
        return !firsts.isEmpty()
                && client.sql(WAITING)
                        .param(Arrays.uuids(firsts.keySet(), subject -> subject))
                        .query((row, n) -> row.getInt("number") < firsts.get(row.getObject("subject_id", UUID.class)))
                        .list()
                        .contains(true);
    }

    private List<Entry> next(List<Integer> shards, int limit) {
        var arguments = new ArrayList<Object>();
        for (var shard : shards) {
            arguments.add(shard);
            arguments.add(start(shard));
            arguments.add(limit);
        }
        arguments.add(limit);
        var waiting = String.join(" union all ", Collections.nCopies(shards.size(), NEXT_OF_A_SHARD));
        return jdbc.query(READ.formatted(waiting), (row, n) -> entry(row), arguments.toArray());
    }

    private long start(int shard) {
        var now = realTime.instant();
        var position = positions.get(shard);
        if (position == null || position.isLongAgo(now)) {
            positions.set(shard, position == null ? Position.first(now) : position.begun(now));
            return Long.MIN_VALUE;
        }
        positions.set(shard, position.step(now));
        return positions.get(shard).start();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("shard"),
                row.getLong("outbox_id"),
                JdbcEvents.event(row),
                Optional.ofNullable(row.getString("recipient")).map(Phone::new));
    }
}
