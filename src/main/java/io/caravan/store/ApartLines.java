package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.ReplayPlaces.Route;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts callbacks in line to go alone, with their endpoints' rows locked. */
final class ApartLines {

    private static final String ENDED = "state in ('DELIVERED', 'DEAD', 'HELD')";

    private final JdbcOperations jdbc;
    private final Runnable bell;
    private final ReplayPlaces replayPlaces;

    ApartLines(TransactionalJdbc jdbc, Runnable bell) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.replayPlaces = new ReplayPlaces(jdbc);
    }

    /** @param all whether it is the merchant's own one, and not one for single subjects or a registration */
    private record Place(UUID endpoint, Dialect dialect, boolean all) {}

    private record Ended(UUID id, Optional<UUID> endpoint, Dialect dialect, UUID subject) {

        boolean goesTo(Place place) {
            return endpoint.map(place.endpoint()::equals).orElse(place.all() && dialect == place.dialect());
        }
    }

    int put(MerchantId merchant, Collection<UUID> callbacks, Instant now, Instant askedAt, Instant realNow) {
        var ended = ended(merchant, callbacks, askedAt);
        var ids = ended.stream().map(Ended::id).toList();
        var places = lock(merchant, ended, replayPlaces.toRegistrations(merchant, ids));
        var routes = replayPlaces.toRegistrations(merchant, ids);
        int all = 0;
        for (var place : places) {
            var moved = ended.stream()
                    .filter(callback -> callback.goesTo(place)
                            || routes.contains(new Route(callback.id(), place.endpoint(), false)))
                    .toList();
            var copied = ended.stream()
                    .filter(callback -> routes.contains(new Route(callback.id(), place.endpoint(), true)))
                    .toList();
            int put = move(moved, place.endpoint(), now, askedAt, realNow);
            put += copy(copied, place.endpoint(), now, realNow);
            if (put > 0) {
                var subjects = Stream.concat(moved.stream(), copied.stream()).toList();
                letFirstGo(
                        place.endpoint(),
                        subjects.stream().map(Ended::subject).distinct().toList(),
                        now);
                wake(place.endpoint(), now);
            }
            all += put;
        }
        return all;
    }

    private int move(List<Ended> callbacks, UUID endpoint, Instant now, Instant askedAt, Instant realNow) {
        return jdbc.update(
                "update callback set state = 'APART', endpoint_id = ?, reason = null, ready_at = null,"
                        + " waiting_since = ?, replayed_at = ?"
                        + " where id = any(?) and (replayed_at is null or replayed_at < ?) and " + ENDED,
                endpoint,
                timestamp(now),
                timestamp(realNow),
                Arrays.uuids(callbacks, Ended::id),
                timestamp(askedAt));
    }

    /** Each under an id of its own. They are as old as the callbacks: whoever asks for these asks for them, too. */
    private int copy(List<Ended> callbacks, UUID endpoint, Instant now, Instant realNow) {
        var counts = jdbc.batchUpdate(
                """
                insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state,
                    replayed_at, waiting_since, created_at)
                select cast(? as uuid), cast(? as uuid), merchant_id, dialect, event_id, subject_id, number, 'APART',
                    cast(? as timestamp with time zone), cast(? as timestamp with time zone), created_at
                from callback
                where id = ?
                on conflict do nothing
                """,
                callbacks.stream()
                        .map(callback -> new Object[] {
                            Uuids.ordered(), endpoint, timestamp(realNow), timestamp(now), callback.id()
                        })
                        .toList());
        return IntStream.of(counts).sum();
    }

    private List<Ended> ended(MerchantId merchant, Collection<UUID> callbacks, Instant askedAt) {
        return jdbc.query(
                "select id, endpoint_id, dialect, subject_id from callback where id = any(?) and merchant_id = ?"
                        + " and (replayed_at is null or replayed_at < ?) and " + ENDED,
                (row, n) -> new Ended(
                        uuid(row, "id"),
                        Columns.optionalUuid(row, "endpoint_id"),
                        Dialect.valueOf(row.getString("dialect")),
                        uuid(row, "subject_id")),
                Arrays.uuids(callbacks, id -> id),
                merchant.value(),
                timestamp(askedAt));
    }

    /** Those endpoints of the merchant that the callbacks go to. */
    private List<Place> lock(MerchantId merchant, List<Ended> ended, Set<Route> routes) {
        var known = Stream.concat(
                        ended.stream().flatMap(callback -> callback.endpoint().stream()),
                        routes.stream().map(Route::registration))
                .toList();
        var sought =
                ended.stream().filter(callback -> callback.endpoint().isEmpty()).toList();
        return jdbc.query(
                "select id, dialect, place from endpoint"
                        + " where merchant_id = ? and (id = any(?) or dialect = any(?) and place = '')"
                        + " and not " + JdbcRegistrations.REMOVED + " order by id for update",
                (row, n) -> place(row),
                merchant.value(),
                Arrays.uuids(known, id -> id),
                Arrays.texts(sought, callback -> callback.dialect().name()));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                uuid(row, "id"),
                Dialect.valueOf(row.getString("dialect")),
                row.getString("place").isEmpty());
    }

    /**
     * The first of each line has its turn now, unless another of that line is on its way; one that had its turn and is
     * not the first any more waits.
     */
    private void letFirstGo(UUID endpoint, List<UUID> subjects, Instant now) {
        jdbc.batchUpdate(
                """
                update callback
                set ready_at = null
                where subject_id = ? and endpoint_id = ? and state in ('WAITING', 'APART') and ready_at is not null
                    and exists (select 1 from callback other
                        where other.subject_id = callback.subject_id and other.endpoint_id = callback.endpoint_id
                            and other.number < callback.number and other.state in ('WAITING', 'APART'))
                """,
                subjects.stream()
                        .map(subject -> new Object[] {subject, endpoint})
                        .toList());
        jdbc.batchUpdate(
                """
                update callback
                set ready_at = ?
                where subject_id = ? and endpoint_id = ? and state = 'APART' and ready_at is null
                    and not exists (select 1 from callback other
                        where other.subject_id = callback.subject_id and other.endpoint_id = callback.endpoint_id
                            and (other.state = 'DELIVERING'
                                or other.number < callback.number and other.state in ('WAITING', 'APART')))
                """,
                subjects.stream()
                        .map(subject -> new Object[] {timestamp(now), subject, endpoint})
                        .toList());
    }

    private void wake(UUID endpoint, Instant now) {
        int earlier = jdbc.update(
                """
                update endpoint
                set due_at = case when suspended_at is not null and probe_at > ? then probe_at else ? end
                where id = ? and (due_at is null or due_at > ?)
                """,
                timestamp(now),
                timestamp(now),
                endpoint,
                timestamp(now));
        if (earlier > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.run();
                }
            });
        }
    }

    /** An event that nobody else hears of, for each endpoint that hears of more than single subjects. */
    List<UUID> putTests(MerchantId merchant, Instant now) {
        var places = jdbc.query(
                "select id, dialect, place from endpoint where merchant_id = ? and " + JdbcRegistrations.STANDING
                        + " order by id for update",
                (row, n) -> place(row),
                merchant.value());
        var tests = new ArrayList<UUID>();
        for (var place : places) {
            tests.add(putTest(merchant, place, now));
            wake(place.endpoint(), now);
        }
        return tests;
    }

    private UUID putTest(MerchantId merchant, Place place, Instant now) {
        var event = Uuids.ordered();
        var subject = UUID.randomUUID();
        jdbc.update(
                """
                insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
                values (?, ?, 0, ?, ?, ?, ?, '{}')
                """,
                event,
                subject,
                EventType.CALLBACK_TEST.name(),
                merchant.value(),
                place.dialect().name(),
                timestamp(now));
        var id = Uuids.ordered();
        jdbc.update(
                """
                insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state,
                    ready_at, waiting_since, created_at)
                values (?, ?, ?, ?, ?, ?, 0, 'APART', ?, ?, ?)
                """,
                id,
                place.endpoint(),
                merchant.value(),
                place.dialect().name(),
                event,
                subject,
                timestamp(now),
                timestamp(now),
                timestamp(now));
        return id;
    }
}
