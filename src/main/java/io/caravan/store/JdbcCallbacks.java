package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Verdict;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Callbacks in their table. Whatever changes which of them is first in line does so with the endpoint's row locked: an
 * event that comes while the one before it ends would else wait for ever.
 */
public final class JdbcCallbacks implements Callbacks, WaitingEvents {

    private static final String OPEN = "state in ('WAITING', 'DELIVERING')";

    private final JdbcOperations jdbc;
    private final CallbackForms forms;
    private final Clock clock;
    private final Runnable bell;

    /** Rings the bell after each commit that gives an endpoint something to do sooner than it had. */
    public JdbcCallbacks(TransactionalJdbc jdbc, CallbackForms forms, Clock clock, Runnable bell) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
        this.bell = bell;
    }

    private record Place(EndpointId id, MerchantId merchant, Dialect dialect, Optional<Instant> dueAt) {

        boolean takes(Event event) {
            return merchant.equals(event.merchant()) && dialect == event.dialect();
        }
    }

    /** A subject at an endpoint. */
    private record Line(UUID endpoint, UUID subject) {}

    @Override
    public void add(List<Event> events) {
        var told = unknown(events.stream().filter(forms::tells).toList());
        if (told.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var places = places(told).stream()
                .collect(Collectors.groupingBy(place -> List.of(place.merchant(), place.dialect())));
        var open = open(told);
        var rows = new ArrayList<Object[]>();
        var earliest = new HashMap<Place, Instant>();
        for (var event : told) {
            var at = places.getOrDefault(List.of(event.merchant(), event.dialect()), List.of());
            if (at.isEmpty()) {
                rows.add(row(event, null, CallbackState.HELD, null, now));
            }
            for (var place : at) {
                boolean first = open.add(new Line(place.id().value(), event.subject()));
                var ready = first ? forms.of(event.dialect()).readyAt(place.id(), now) : null;
                rows.add(row(event, place.id(), CallbackState.WAITING, ready, now));
                if (first) {
                    earliest.merge(place, ready, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        jdbc.batchUpdate(
                """
                insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state, ready_at,
                    created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                rows);
        wake(earliest);
    }

    private List<Event> unknown(List<Event> events) {
        if (events.isEmpty()) {
            return events;
        }
        var known = new HashSet<>(jdbc.query(
                "select event_id from callback where event_id = any(?)",
                (row, n) -> uuid(row, "event_id"),
                Arrays.uuids(events, event -> event.id().value())));
        return events.stream()
                .filter(event -> known.add(event.id().value()))
                .sorted(Comparator.comparing(Event::number))
                .toList();
    }

    private List<Place> places(List<Event> events) {
        return jdbc
                .query(
                        """
                        select id, merchant_id, dialect, due_at
                        from endpoint
                        where merchant_id = any(?) and dialect = any(?)
                        order by id
                        for update
                        """,
                        (row, n) -> new Place(
                                new EndpointId(uuid(row, "id")),
                                new MerchantId(uuid(row, "merchant_id")),
                                Dialect.valueOf(row.getString("dialect")),
                                optionalInstant(row, "due_at")),
                        Arrays.uuids(events, event -> event.merchant().value()),
                        Arrays.texts(events, event -> event.dialect().name()))
                .stream()
                .filter(place -> events.stream().anyMatch(place::takes))
                .toList();
    }

    private Set<Line> open(List<Event> events) {
        return new HashSet<>(jdbc.query(
                "select distinct endpoint_id, subject_id from callback where subject_id = any(?) and " + OPEN,
                (row, n) -> new Line(uuid(row, "endpoint_id"), uuid(row, "subject_id")),
                Arrays.uuids(events, Event::subject)));
    }

    private static Object[] row(Event event, EndpointId endpoint, CallbackState state, Instant ready, Instant now) {
        return new Object[] {
            Uuids.ordered(),
            Optional.ofNullable(endpoint).map(EndpointId::value).orElse(null),
            event.merchant().value(),
            event.dialect().name(),
            event.id().value(),
            event.subject(),
            event.number(),
            state.name(),
            Optional.ofNullable(ready).map(Columns::timestamp).orElse(null),
            timestamp(now)
        };
    }

    /** Writes the endpoints' times only where they get earlier. */
    private void wake(Map<Place, Instant> earliest) {
        var earlier = new TreeMap<UUID, Instant>();
        earliest.forEach((place, at) -> {
            if (place.dueAt().isEmpty() || at.isBefore(place.dueAt().get())) {
                earlier.put(place.id().value(), at);
            }
        });
        jdbc.batchUpdate(
                "update endpoint set due_at = ? where id = ?",
                earlier.entrySet().stream()
                        .map(entry -> new Object[] {timestamp(entry.getValue()), entry.getKey()})
                        .toList());
        if (!earlier.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.run();
                }
            });
        }
    }

    @Override
    public List<Waiting> ready(EndpointId endpoint, Instant now, int limit) {
        return jdbc.query(
                """
                select c.id as callback_id, e.*
                from callback c
                join event e on e.id = c.event_id
                where c.endpoint_id = ? and c.state = 'WAITING' and c.ready_at <= ?
                order by c.ready_at, c.id
                limit ?
                """,
                (row, n) -> new Waiting(uuid(row, "callback_id"), JdbcEvents.event(row)),
                endpoint.value(),
                timestamp(now),
                limit);
    }

    @Override
    public void send(DeliveryId delivery, List<Waiting> members) {
        jdbc.batchUpdate(
                "update callback set state = 'DELIVERING', delivery_id = ? where id = ?",
                members.stream()
                        .map(callback -> new Object[] {delivery.value(), callback.id()})
                        .toList());
    }

    @Override
    public void giveUp(Endpoint endpoint, Waiting callback, Instant now) {
        jdbc.update("update callback set state = 'DEAD' where id = ?", callback.id());
        var line = new Line(endpoint.id().value(), callback.event().subject());
        letNextGo(Map.of(line, forms.of(endpoint.dialect()).readyAt(endpoint.id(), now)));
    }

    @Override
    public void end(List<Verdict> verdicts, Instant now) {
        var ended =
                verdicts.stream().filter(verdict -> verdict.state().isFinal()).toList();
        if (ended.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update callback set state = ? where delivery_id = ?",
                ended.stream()
                        .map(verdict -> new Object[] {
                            verdict.state().ofCallbacks().name(),
                            verdict.delivery().value()
                        })
                        .toList());
        var lines = new HashMap<Line, Instant>();
        jdbc.query(
                "select distinct endpoint_id, dialect, subject_id from callback where delivery_id = any(?)",
                row -> {
                    lines.put(new Line(uuid(row, "endpoint_id"), uuid(row, "subject_id")), readyAt(row, now));
                },
                Arrays.texts(ended, verdict -> verdict.delivery().value()));
        letNextGo(lines);
    }

    private Instant readyAt(ResultSet row, Instant now) throws SQLException {
        return forms.of(Dialect.valueOf(row.getString("dialect")))
                .readyAt(new EndpointId(uuid(row, "endpoint_id")), now);
    }

    /** Gives the first open event of each line its time, if it has none. */
    private void letNextGo(Map<Line, Instant> lines) {
        var rows = jdbc
                .query(
                        """
                        select endpoint_id, subject_id, min(number) as first_open
                        from callback
                        where subject_id = any(?) and %s
                        group by endpoint_id, subject_id
                        """
                                .formatted(OPEN),
                        (row, n) -> {
                            var line = new Line(uuid(row, "endpoint_id"), uuid(row, "subject_id"));
                            return lines.containsKey(line)
                                    ? new Object[] {
                                        timestamp(lines.get(line)),
                                        line.subject(),
                                        line.endpoint(),
                                        row.getInt("first_open")
                                    }
                                    : null;
                        },
                        Arrays.uuids(lines.keySet(), Line::subject))
                .stream()
                .filter(Objects::nonNull)
                .toList();
        jdbc.batchUpdate(
                """
                update callback
                set ready_at = ?
                where subject_id = ? and endpoint_id = ? and number = ? and state = 'WAITING' and ready_at is null
                """,
                rows);
    }

    @Override
    public Optional<Instant> nextReady(EndpointId endpoint) {
        return jdbc
                .query(
                        """
                        select ready_at
                        from callback
                        where endpoint_id = ? and state = 'WAITING' and ready_at is not null
                        order by ready_at
                        limit 1
                        """,
                        (row, n) -> instant(row, "ready_at"),
                        endpoint.value())
                .stream()
                .findFirst();
    }

    @Override
    public Map<Dialect, Backlog> backlog(Collection<Dialect> dialects, Instant now) {
        var result = new EnumMap<Dialect, Backlog>(Dialect.class);
        for (var dialect : dialects) {
            result.put(
                    dialect,
                    jdbc.queryForObject(
                            "select count(*) as n, min(created_at) as oldest from callback where dialect = ? and "
                                    + OPEN,
                            (row, n) -> new Backlog(
                                    row.getLong("n"),
                                    optionalInstant(row, "oldest")
                                            .map(at -> Duration.between(at, now))
                                            .orElse(Duration.ZERO)),
                            dialect.name()));
        }
        return result;
    }
}
