package io.caravan.store;

import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Deliveries and their attempts in their tables. */
public final class JdbcDeliveries implements Deliveries {

    private final JdbcOperations jdbc;

    public JdbcDeliveries(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> takeDue(Lease lease, Instant now, int limit) {
        var due = jdbc.query(
                """
                select id, attempts, body
                from delivery
                where endpoint_id = ? and state = 'PENDING' and next_attempt_at <= ?
                order by next_attempt_at, id
                limit ?
                """,
                (row, n) ->
                        new Due(new DeliveryId(row.getString("id")), row.getInt("attempts") + 1, row.getBytes("body")),
                lease.endpoint().value(),
                timestamp(now),
                limit);
        jdbc.batchUpdate(
                "update delivery set state = 'SENDING', fence = ? where id = ?",
                due.stream()
                        .map(delivery ->
                                new Object[] {lease.fence(), delivery.id().value()})
                        .toList());
        return due;
    }

    @Override
    public void add(Lease lease, Collection<Due> deliveries, Instant now) {
        jdbc.batchUpdate(
                """
                insert into delivery (id, endpoint_id, state, body, attempts, fence, next_attempt_at, created_at)
                values (?, ?, 'SENDING', ?, ?, ?, ?, ?)
                """,
                deliveries.stream()
                        .map(delivery -> new Object[] {
                            delivery.id().value(),
                            lease.endpoint().value(),
                            delivery.body(),
                            delivery.attempt() - 1,
                            lease.fence(),
                            timestamp(now),
                            timestamp(now)
                        })
                        .toList());
    }

    @Override
    public List<Due> reopen(Lease lease, Collection<Due> deliveries, Instant now) {
        var before = new HashMap<String, byte[]>();
        jdbc.query(
                "select id, body from delivery where id = any(?)",
                row -> {
                    before.put(row.getString("id"), row.getBytes("body"));
                },
                Arrays.texts(deliveries, delivery -> delivery.id().value()));
        jdbc.batchUpdate(
                "update delivery set state = 'SENDING', attempts = 0, fence = ?, next_attempt_at = ? where id = ?",
                before.keySet().stream()
                        .map(id -> new Object[] {lease.fence(), timestamp(now), id})
                        .toList());
        var fresh = deliveries.stream()
                .filter(delivery -> !before.containsKey(delivery.id().value()))
                .toList();
        add(lease, fresh, now);
        jdbc.batchUpdate(
                "update delivery set repeats = (select delivery_id from callback where id = ?) where id = ?",
                fresh.stream()
                        .map(delivery -> new Object[] {
                            delivery.id().callback(), delivery.id().value()
                        })
                        .toList());
        return deliveries.stream()
                .map(delivery -> new Due(
                        delivery.id(),
                        delivery.attempt(),
                        before.getOrDefault(delivery.id().value(), delivery.body())))
                .toList();
    }

    @Override
    public void reclaim(Collection<Lease> leases) {
        jdbc.batchUpdate(
                "update delivery set state = 'PENDING' where endpoint_id = ? and state = 'SENDING' and fence < ?",
                leases.stream()
                        .map(lease -> new Object[] {lease.endpoint().value(), lease.fence()})
                        .toList());
    }

    @Override
    public List<Verdict> record(List<Verdict> verdicts) {
        var counts = jdbc.batchUpdate(
                """
                update delivery
                set state = ?, attempts = ?, next_attempt_at = ?
                where id = ? and state = 'SENDING' and fence = ?
                """,
                verdicts.stream().map(JdbcDeliveries::outcome).toList());
        var holding = new ArrayList<Verdict>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                holding.add(verdicts.get(i));
            }
        }
        jdbc.batchUpdate(
                """
                insert into attempt (delivery_id, number, at, duration_ms, status, error, answer, answer_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                holding.stream().map(verdict -> log(verdict.attempt())).toList());
        return holding;
    }

    private static Object[] outcome(Verdict verdict) {
        var posting = verdict.attempt().posting();
        return new Object[] {
            verdict.state().name(),
            posting.attempt(),
            verdict.nextAttemptAt().map(Columns::timestamp).orElse(null),
            posting.id().value(),
            posting.lease().fence()
        };
    }

    private static Object[] log(Attempt attempt) {
        return new Object[] {
            attempt.posting().id().value(),
            attempt.posting().attempt(),
            timestamp(attempt.at()),
            (int) attempt.duration().toMillis(),
            attempt.status().orElse(null),
            attempt.error().orElse(null),
            attempt.answer(),
            attempt.answer().isEmpty() ? null : timestamp(attempt.at())
        };
    }

    @Override
    public Optional<Instant> nextDue(EndpointId endpoint) {
        return jdbc
                .query(
                        """
                        select next_attempt_at
                        from delivery
                        where endpoint_id = ? and state = 'PENDING'
                        order by next_attempt_at
                        limit 1
                        """,
                        (row, n) -> optionalInstant(row, "next_attempt_at"),
                        endpoint.value())
                .stream()
                .findFirst()
                .flatMap(next -> next);
    }
}
