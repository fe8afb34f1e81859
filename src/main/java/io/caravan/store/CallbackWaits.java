package io.caravan.store;

import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.WaitingEvents.Backlog;
import io.caravan.core.callback.WaitingEvents.Stuck;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long callbacks wait, along the index of their age. */
final class CallbackWaits {

    private final JdbcOperations jdbc;

    CallbackWaits(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stuck> stuck(Collection<Dialect> dialects, Instant since, Instant now) {
        return dialects.stream()
                .flatMap(dialect ->
                        Line.OPEN_STATES.stream().flatMap(state -> stuck(dialect, state, since, now).stream()))
                .findFirst();
    }

    private List<Stuck> stuck(Dialect dialect, CallbackState state, Instant since, Instant now) {
        return jdbc.query(
                """
                select endpoint.id, endpoint.merchant_id
                from callback c
                join endpoint on endpoint.id = c.endpoint_id
                where c.dialect = ? and c.state = '%s' and c.waiting_since <= ?
                    and endpoint.suspended_at is not null and endpoint.probe_at > ?
                    and (c.state in ('WAITING', 'APART') or exists (select 1 from delivery d
                        where d.id = c.delivery_id and d.state = 'PENDING' and d.waiting_since <= ?))
                limit 1
                """
                        .formatted(state),
                (row, n) ->
                        new Stuck(new EndpointId(uuid(row, "id")), new MerchantId(uuid(row, "merchant_id")), dialect),
                dialect.name(),
                timestamp(since),
                timestamp(now),
                timestamp(since));
    }

    Map<Dialect, Backlog> backlog(Collection<Dialect> dialects, Instant now) {
        var ofState = Line.OPEN_STATES.stream()
                .map(
                        "select count(*) as n, min(waiting_since) as oldest from callback where dialect = :dialect and state = '%s'"
                                ::formatted)
                .collect(Collectors.joining(" union all "));
        var result = new EnumMap<Dialect, Backlog>(Dialect.class);
        for (var dialect : dialects) {
            result.put(
                    dialect,
                    JdbcClient.create(jdbc)
                            .sql("select sum(n) as n, min(oldest) as oldest from (%s) open".formatted(ofState))
                            .param("dialect", dialect.name())
                            .query((row, n) -> new Backlog(
                                    row.getLong("n"),
                                    optionalInstant(row, "oldest")
                                            .map(at -> Duration.between(at, now))
                                            .orElse(Duration.ZERO)))
                            .single());
        }
        return result;
    }
}
