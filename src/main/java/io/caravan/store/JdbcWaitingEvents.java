package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.DeadReason;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Verdict;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.dialect.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The lines of callbacks, in their table. Whatever changes which of them is first in line does so with the endpoint's
 * row locked: an event that comes while the one before it ends would else wait for ever.
 */
public final class JdbcWaitingEvents implements WaitingEvents {

    private final JdbcOperations jdbc;
    private final CallbackForms forms;
    private final CallbackWaits waits;

    public JdbcWaitingEvents(TransactionalJdbc jdbc, CallbackForms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.waits = new CallbackWaits(jdbc);
    }

    @Override
    public List<Waiting> ready(EndpointId endpoint, Instant now, int limit) {
        return ready(endpoint, CallbackState.WAITING, now, limit);
    }

    @Override
    public List<Waiting> apart(EndpointId endpoint, Instant now, int limit) {
        return ready(endpoint, CallbackState.APART, now, limit);
    }

    private List<Waiting> ready(EndpointId endpoint, CallbackState state, Instant now, int limit) {
        return jdbc.query(
                """
                select c.id as callback_id, c.waiting_since, e.*
                from callback c
                join event e on e.id = c.event_id
                where c.endpoint_id = ? and c.state = '%s' and c.ready_at <= ?
                order by c.endpoint_id, c.state, c.ready_at, c.id
                limit ?
                """
                        .formatted(state),
                (row, n) -> new Waiting(uuid(row, "callback_id"), JdbcEvents.event(row), instant(row, "waiting_since")),
                endpoint.value(),
                timestamp(now),
                limit);
    }

    @Override
    public void send(DeliveryId delivery, List<Waiting> members) {
        jdbc.update(
                "update callback set state = 'DELIVERING', delivery_id = ? where id = any(?)",
                delivery.value(),
                Arrays.uuids(members, Waiting::id));
    }

    @Override
    public void giveUp(Endpoint endpoint, Waiting callback, Instant now) {
        jdbc.update(
                "update callback set state = 'DEAD', reason = ? where id = ?",
                DeadReason.UNSPEAKABLE.name(),
                callback.id());
        var line = new Line(endpoint.id().value(), callback.event().subject());
        letNextGo(Map.of(line, forms.of(endpoint.dialect()).readyAt(endpoint.id(), now)));
    }

    @Override
    public void end(List<Verdict> verdicts, Instant now) {
        var ended =
                verdicts.stream().filter(verdict -> verdict.state().isFinal()).toList();
        end(
                ended.stream()
                        .map(verdict -> new Object[] {
                            verdict.state().ofCallbacks().name(),
                            verdict.reason().map(DeadReason::name).orElse(null),
                            verdict.delivery().value()
                        })
                        .toList(),
                ended.stream().map(Verdict::delivery).toList(),
                now);
    }

    @Override
    public void giveUp(Collection<DeliveryId> deliveries, Instant now) {
        end(
                deliveries.stream()
                        .map(delivery ->
                                new Object[] {CallbackState.DEAD.name(), DeadReason.OVERDUE.name(), delivery.value()})
                        .toList(),
                deliveries,
                now);
    }

    private void end(List<Object[]> outcomes, Collection<DeliveryId> deliveries, Instant now) {
        if (outcomes.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("update callback set state = ?, reason = ? where delivery_id = ?", outcomes);
        var lines = new HashMap<Line, Instant>();
        jdbc.query(
                "select distinct endpoint_id, dialect, subject_id from callback where delivery_id = any(?)",
                row -> {
                    lines.put(new Line(uuid(row, "endpoint_id"), uuid(row, "subject_id")), readyAt(row, now));
                },
                Arrays.texts(deliveries, DeliveryId::value));
        letNextGo(lines);
    }

    @Override
    public int giveUp(EndpointId endpoint, Dialect dialect, Instant since, int limit, Instant now) {
        record Old(UUID id, UUID subject) {}
        var old = new ArrayList<Old>();
        for (var state : List.of(CallbackState.WAITING, CallbackState.APART)) {
            old.addAll(jdbc.query(
                    """
                    select id, subject_id
                    from callback
                    where dialect = ? and state = '%s' and waiting_since <= ? and endpoint_id = ?
                    order by dialect, state, waiting_since, id
                    limit ?
                    """
                            .formatted(state),
                    (row, n) -> new Old(uuid(row, "id"), uuid(row, "subject_id")),
                    dialect.name(),
                    timestamp(since),
                    endpoint.value(),
                    limit - old.size()));
        }
        jdbc.update(
                "update callback set state = 'DEAD', reason = ? where id = any(?)",
                DeadReason.OVERDUE.name(),
                Arrays.uuids(old, Old::id));
        var ready = forms.of(dialect).readyAt(endpoint, now);
        letNextGo(old.stream()
                .map(callback -> new Line(endpoint.value(), callback.subject()))
                .distinct()
                .collect(Collectors.toMap(line -> line, line -> ready)));
        return old.size();
    }

    @Override
    public List<UUID> subjects(DeliveryId delivery, int limit) {
        return jdbc.query(
                "select distinct subject_id from callback where delivery_id = ? limit ?",
                (row, n) -> uuid(row, "subject_id"),
                delivery.value(),
                limit);
    }

    @Override
    public boolean hasOthers(EndpointId endpoint, Set<UUID> subjects) {
        return Line.OPEN_STATES.stream().anyMatch(state -> !jdbc.queryForList(
                        "select 1 from callback where endpoint_id = ? and state = '%s' and subject_id <> all(?) limit 1"
                                .formatted(state),
                        Integer.class,
                        endpoint.value(),
                        Arrays.uuids(subjects, subject -> subject))
                .isEmpty());
    }

    @Override
    public Optional<Stuck> stuck(Collection<Dialect> dialects, Instant since, Instant now) {
        return waits.stuck(dialects, since, now);
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
                                .formatted(Line.OPEN),
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
                where subject_id = ? and endpoint_id = ? and number = ? and state in ('WAITING', 'APART')
                    and ready_at is null
                """,
                rows);
    }

    @Override
    public Optional<Instant> nextReady(EndpointId endpoint) {
        return Stream.of(CallbackState.WAITING, CallbackState.APART)
                .flatMap(state -> nextReady(endpoint, state).stream())
                .min(Instant::compareTo);
    }

    private List<Instant> nextReady(EndpointId endpoint, CallbackState state) {
        return jdbc.query(
                """
                select ready_at
                from callback
                where endpoint_id = ? and state = '%s' and ready_at is not null
                order by endpoint_id, state, ready_at
                limit 1
                """
                        .formatted(state),
                (row, n) -> instant(row, "ready_at"),
                endpoint.value());
    }

    @Override
    public Map<Dialect, Backlog> backlog(Collection<Dialect> dialects, Instant now) {
        return waits.backlog(dialects, now);
    }
}
