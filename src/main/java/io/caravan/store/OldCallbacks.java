package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackState;
import io.caravan.core.dialect.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** Deletes ended callbacks long after their event or last replay, and deliveries that nothing else was in. */
final class OldCallbacks {

    private static final Set<CallbackState> ENDED =
            EnumSet.of(CallbackState.DELIVERED, CallbackState.DEAD, CallbackState.HELD);

    private final JdbcOperations jdbc;

    OldCallbacks(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Old(UUID id, UUID event, String delivery, String repeats) {}

    int forget(Instant before, int limit) {
        var old = new ArrayList<Old>();
        for (var dialect : Dialect.values()) {
            for (var state : ENDED) {
                if (old.size() < limit) {
                    old.addAll(find(dialect, state, before, limit - old.size()));
                }
            }
        }
        if (!old.isEmpty()) {
            delete(old);
        }
        return old.size();
    }

    private List<Old> find(Dialect dialect, CallbackState state, Instant before, int limit) {
        return jdbc.query(
                """
                select c.id, c.event_id, c.delivery_id, d.repeats
                from callback c
                left join delivery d on d.id = c.delivery_id
                where c.dialect = ? and c.state = ? and c.waiting_since < ?
                order by c.dialect, c.state, c.waiting_since, c.id
                limit ?
                """,
                (row, n) -> new Old(
                        uuid(row, "id"), uuid(row, "event_id"), row.getString("delivery_id"), row.getString("repeats")),
                dialect.name(),
                state.name(),
                timestamp(before),
                limit);
    }

    private void delete(List<Old> old) {
        jdbc.update(
                "delete from callback where id = any(?) and state in ('DELIVERED', 'DEAD', 'HELD')",
                Arrays.uuids(old, Old::id));
        var deliveries = Arrays.texts(
                old.stream()
                        .flatMap(callback -> Stream.of(callback.delivery(), callback.repeats()))
                        .filter(Objects::nonNull)
                        .toList(),
                id -> id);
        var unused =
                """
                 = any(?) and not exists (select 1 from callback where callback.delivery_id = %s)
                """;
        jdbc.update("delete from attempt where delivery_id" + unused.formatted("attempt.delivery_id"), deliveries);
        jdbc.update("delete from delivery where id" + unused.formatted("delivery.id"), deliveries);
        jdbc.update("delete from event where id = any(?) and type = 'CALLBACK_TEST'", Arrays.uuids(old, Old::event));
    }
}
