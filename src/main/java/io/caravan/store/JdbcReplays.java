package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.Replay;
import io.caravan.core.callback.Replays;
import io.caravan.core.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** Replays in their table, and in the lines of callbacks. */
public final class JdbcReplays implements Replays {

    private final JdbcOperations jdbc;
    private final ApartLines lines;
    private final ReplayPlaces places;

    /** Rings the bell after each commit that gives an endpoint something to do. */
    public JdbcReplays(TransactionalJdbc jdbc, Runnable bell) {
        this.jdbc = jdbc;
        this.lines = new ApartLines(jdbc, bell);
        this.places = new ReplayPlaces(jdbc);
    }

    @Override
    public int put(MerchantId merchant, Collection<UUID> callbacks, Instant now, Instant askedAt, Instant realNow) {
        return lines.put(merchant, callbacks, now, askedAt, realNow);
    }

    @Override
    public List<UUID> putTests(MerchantId merchant, Instant now) {
        return lines.putTests(merchant, now);
    }

    @Override
    public long count(Replay replay) {
        var arguments = new ArrayList<Object>();
        var ofStates = new ArrayList<String>();
        for (var state : states(replay)) {
            ofStates.add(
                    "select * from callback where merchant_id = ? and state = ? and created_at >= ? and created_at < ?");
            arguments.addAll(
                    List.of(replay.merchant().value(), state.name(), timestamp(replay.from()), timestamp(replay.to())));
        }
        arguments.add(timestamp(replay.askedAt()));
        return places.count(
                "(" + String.join(" union all ", ofStates) + ")",
                "(c.replayed_at is null or c.replayed_at < ?)",
                Long.MAX_VALUE,
                arguments.toArray());
    }

    @Override
    public void add(Replay replay) {
        jdbc.update(
                """
                insert into replay (id, merchant_id, status, from_at, to_at, asked_at, worked_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                replay.id(),
                replay.merchant().value(),
                replay.status().map(CallbackStatus::name).orElse(null),
                timestamp(replay.from()),
                timestamp(replay.to()),
                timestamp(replay.askedAt()),
                timestamp(replay.askedAt()));
    }

    @Override
    public int open(MerchantId merchant) {
        return jdbc.queryForObject(
                "select count(*) from replay where merchant_id = ?", Integer.class, merchant.value());
    }

    /** Looks first and locks then: H2 locks all rows that it looks at in an order. */
    @Override
    public Optional<Started> next() {
        return jdbc.query("select id from replay order by worked_at, id limit 20", (row, n) -> uuid(row, "id")).stream()
                .flatMap(id -> lock(id).stream())
                .findFirst();
    }

    private List<Started> lock(UUID id) {
        return jdbc.query("select * from replay where id = ? for update skip locked", (row, n) -> started(row), id);
    }

    @Override
    public List<CallbackPlace> remaining(Started started, int limit) {
        var replay = started.replay();
        var pieces = CallbackPieces.oldestFirst()
                .select(
                        replay.merchant(),
                        states(replay),
                        Optional.of(replay.from()),
                        Optional.of(replay.to()),
                        started.after(),
                        limit);
        return jdbc.query(
                pieces.sql(),
                (row, n) -> new CallbackPlace(instant(row, "created_at"), uuid(row, "id")),
                pieces.arguments());
    }

    @Override
    public void advance(Replay replay, CallbackPlace after, Instant realNow) {
        jdbc.update(
                "update replay set after_at = ?, after_id = ?, worked_at = ? where id = ?",
                timestamp(after.createdAt()),
                after.id(),
                timestamp(realNow),
                replay.id());
    }

    @Override
    public void remove(Replay replay) {
        jdbc.update("delete from replay where id = ?", replay.id());
    }

    private static Set<CallbackState> states(Replay replay) {
        return Stream.of(CallbackStatus.values())
                .filter(CallbackStatus::canBeReplayed)
                .filter(status ->
                        replay.status().filter(asked -> asked != status).isEmpty())
                .flatMap(status -> status.states().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Started started(ResultSet row) throws SQLException {
        var after = optionalInstant(row, "after_at");
        var id = uuid(row, "after_id");
        return new Started(
                new Replay(
                        uuid(row, "id"),
                        new MerchantId(uuid(row, "merchant_id")),
                        Optional.ofNullable(row.getString("status")).map(CallbackStatus::valueOf),
                        instant(row, "from_at"),
                        instant(row, "to_at"),
                        instant(row, "asked_at")),
                after.map(at -> new CallbackPlace(at, id)));
    }
}
