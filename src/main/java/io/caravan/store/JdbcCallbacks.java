package io.caravan.store;

import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Standing;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts events in line for endpoints, in the table of callbacks, with the endpoints' rows locked. */
public final class JdbcCallbacks implements Callbacks {

    private final JdbcOperations jdbc;
    private final CallbackForms forms;
    private final Clock clock;
    private final Runnable bell;
    private final RegisteredEvents registrations;

    /** Rings the bell after each commit that gives an endpoint something to do sooner than it had. */
    public JdbcCallbacks(TransactionalJdbc jdbc, CallbackForms forms, Clock clock, Runnable bell) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
        this.bell = bell;
        this.registrations = new RegisteredEvents(jdbc);
    }

    private record Place(
            EndpointId id,
            MerchantId merchant,
            Dialect dialect,
            boolean isOfAll,
            Optional<Instant> dueAt,
            Standing standing) {

        boolean takes(Event event, Set<Line> single) {
            return merchant.equals(event.merchant())
                    && dialect == event.dialect()
                    && (isOfAll && !isElsewhere(event, single)
                            || single.contains(new Line(id.value(), event.subject()))
                            || single.contains(new Line(id.value(), event.id().value())));
        }

        /** A payment invoice with a place of its own is told of there only. */
        private static boolean isElsewhere(Event event, Set<Line> single) {
            return event.dialect() == Dialect.PAYMENTINVOICES
                    && single.stream().anyMatch(line -> line.subject().equals(event.subject()));
        }
    }

    @Override
    public void add(List<Event> events) {
        var told = unknown(events.stream().filter(forms::tells).toList());
        if (told.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var single = new HashSet<>(single(told));
        single.addAll(registrations.wanting(told));
        var places = places(told, single);
        var open = open(told);
        var rows = new ArrayList<Object[]>();
        var earliest = new HashMap<Place, Instant>();
        for (var event : told) {
            var at = places.stream().filter(place -> place.takes(event, single)).toList();
            if (at.isEmpty()) {
                rows.add(row(event, null, CallbackState.HELD, null, now));
            }
            for (var place : at) {
                boolean first = open.add(new Line(place.id().value(), event.subject()));
                var ready = first ? forms.of(event.dialect()).readyAt(place.id(), now) : null;
                rows.add(row(event, place.id(), CallbackState.WAITING, ready, now));
                if (first) {
                    earliest.merge(
                            place,
                            place.standing().notBefore(ready),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        jdbc.batchUpdate(
                """
                insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state, ready_at,
                    waiting_since, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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

    /** The endpoints that hear of single subjects, of which these events are. Only two dialects have any. */
    private Set<Line> single(List<Event> told) {
        var events = told.stream()
                .filter(event -> event.dialect() == Dialect.MOBILEINVOICE || event.dialect() == Dialect.PAYMENTINVOICES)
                .toList();
        if (events.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.query(
                """
                select endpoint_id, subject_id from callback_place where subject_id = any(?)
                union
                select c.endpoint_id, p.id
                from payment p
                join callback_place c on c.subject_id = p.invoice_id
                where p.id = any(?)
                """,
                (row, n) -> new Line(uuid(row, "endpoint_id"), uuid(row, "subject_id")),
                Arrays.uuids(events, Event::subject),
                Arrays.uuids(events, Event::subject)));
    }

    private List<Place> places(List<Event> events, Set<Line> single) {
        return jdbc
                .query(
                        """
                        select id, merchant_id, dialect, place, due_at, failures, failed_subjects, width, suspended_at, probes,
                            probe_at
                        from endpoint
                        where merchant_id = any(?) and dialect = any(?) and (place = '' or id = any(?)) and not %s
                        order by id
                        for update
                        """
                                .formatted(JdbcRegistrations.REMOVED),
                        (row, n) -> new Place(
                                new EndpointId(uuid(row, "id")),
                                new MerchantId(uuid(row, "merchant_id")),
                                Dialect.valueOf(row.getString("dialect")),
                                row.getString("place").isEmpty(),
                                optionalInstant(row, "due_at"),
                                StandingRows.standing(row)),
                        Arrays.uuids(events, event -> event.merchant().value()),
                        Arrays.texts(events, event -> event.dialect().name()),
                        Arrays.uuids(single, Line::endpoint))
                .stream()
                .filter(place -> events.stream().anyMatch(event -> place.takes(event, single)))
                .toList();
    }

    private Set<Line> open(List<Event> events) {
        return new HashSet<>(jdbc.query(
                "select distinct endpoint_id, subject_id from callback where subject_id = any(?) and " + Line.OPEN,
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
            timestamp(event.at()),
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
}
