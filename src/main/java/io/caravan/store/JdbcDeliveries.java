package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Verdict;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
                select id, attempts, body, waiting_since
                from delivery
                where endpoint_id = ? and state = 'PENDING' and next_attempt_at <= ?
                order by endpoint_id, state, next_attempt_at, id
                limit ?
                """,
                (row, n) -> due(row),
                lease.endpoint().value(),
                timestamp(now),
                limit);
        take(lease, due);
        return due;
    }

    @Override
    public Optional<Due> takeLeastTried(Lease lease) {
        var due = jdbc.query(
                """
                select id, attempts, body, waiting_since
                from delivery
                where endpoint_id = ? and state = 'PENDING'
                order by attempts, next_attempt_at, id
                limit 1
                """,
                (row, n) -> due(row),
                lease.endpoint().value());
        take(lease, due);
        return due.stream().findFirst();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new DeliveryId(row.getString("id")),
                row.getInt("attempts") + 1,
                row.getBytes("body"),
                instant(row, "waiting_since"));
    }

    private void take(Lease lease, List<Due> due) {
        jdbc.batchUpdate(
                "update delivery set state = 'SENDING', fence = ? where id = ?",
                due.stream()
                        .map(delivery ->
                                new Object[] {lease.fence(), delivery.id().value()})
                        .toList());
    }

    @Override
    public void add(Lease lease, Collection<Due> deliveries, Instant now) {
        jdbc.batchUpdate(
                """
                insert into delivery (id, endpoint_id, state, body, attempts, fence, next_attempt_at, waiting_since,
                    created_at)
                values (?, ?, 'SENDING', ?, ?, ?, ?, ?, ?)
                """,
                deliveries.stream()
                        .map(delivery -> new Object[] {
                            delivery.id().value(),
                            lease.endpoint().value(),
                            delivery.content(),
                            delivery.attempt() - 1,
                            lease.fence(),
                            timestamp(now),
                            timestamp(delivery.since()),
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
                "update delivery set endpoint_id = ?, state = 'SENDING', attempts = 0, fence = ?, next_attempt_at = ?,"
                        + " waiting_since = ? where id = ?",
                deliveries.stream()
                        .filter(delivery -> before.containsKey(delivery.id().value()))
                        .map(delivery -> new Object[] {
                            lease.endpoint().value(),
                            lease.fence(),
                            timestamp(now),
                            timestamp(delivery.since()),
                            delivery.id().value()
                        })
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
                        before.getOrDefault(delivery.id().value(), delivery.content()),
                        delivery.since()))
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
                where id = ? and state = 'SENDING' and endpoint_id = ? and fence = ?
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
            posting.endpoint().value(),
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
    public void postpone(EndpointId endpoint, Instant since, Duration by) {
        jdbc.update(
                """
                update delivery
                set next_attempt_at = least(
                    next_attempt_at + cast(? as numeric(20, 6)) * interval '1' second,
                    waiting_since + cast(? as numeric(20, 6)) * interval '1' second)
                where endpoint_id = ? and state = 'PENDING' and next_attempt_at > ?
                """,
                seconds(by),
                seconds(RetryPlan.PATIENCE),
                endpoint.value(),
                timestamp(since));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(TimeUnit.SECONDS.toMicros(duration.toSeconds()) + duration.toNanosPart() / 1000, 6);
    }

    @Override
    public List<DeliveryId> giveUp(EndpointId endpoint, Instant since) {
        var overdue = jdbc.query(
                "select id from delivery where endpoint_id = ? and state = 'PENDING' and waiting_since <= ?",
                (row, n) -> new DeliveryId(row.getString("id")),
                endpoint.value(),
                timestamp(since));
        jdbc.batchUpdate(
                "update delivery set state = 'DEAD', next_attempt_at = null where id = ?",
                overdue.stream().map(id -> new Object[] {id.value()}).toList());
        return overdue;
    }

    @Override
    public Optional<Instant> nextDue(EndpointId endpoint) {
        return jdbc
                .query(
                        """
                        select next_attempt_at
                        from delivery
                        where endpoint_id = ? and state = 'PENDING'
                        order by endpoint_id, state, next_attempt_at
                        limit 1
                        """,
                        (row, n) -> optionalInstant(row, "next_attempt_at"),
                        endpoint.value())
                .stream()
                .findFirst()
                .flatMap(next -> next);
    }
}
