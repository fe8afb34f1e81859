package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Lease;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** Endpoints in their table, their credentials sealed. */
public final class JdbcEndpoints implements Endpoints {

    private final JdbcOperations jdbc;
    private final Sealer sealer;
    private final EndpointRows rows;

    public JdbcEndpoints(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.rows = new EndpointRows(sealer);
    }

    @Override
    public void put(EndpointRequest request, Instant now) {
        var authorization = request.authorizationHeader().isEmpty()
                ? null
                : sealer.seal(request.authorizationHeader().getBytes(StandardCharsets.UTF_8));
        if (update(request, authorization, now)) {
            return;
        }
        int inserted = jdbc.update(
                """
                insert into endpoint (id, merchant_id, dialect, url, authorization_header, fence, failures, created_at)
                values (?, ?, ?, ?, ?, 0, 0, ?)
                on conflict do nothing
                """,
                EndpointId.next().value(),
                request.merchant().value(),
                request.dialect().name(),
                request.url(),
                authorization,
                timestamp(now));
        if (inserted == 0) {
            update(request, authorization, now);
        }
    }

    /** One that is suspended is probed at the new place at once. */
    private boolean update(EndpointRequest request, String authorization, Instant now) {
        return jdbc.update(
                        """
                        update endpoint
                        set url = ?, authorization_header = ?,
                            probe_at = case when suspended_at is null then null else least(probe_at, ?) end,
                            due_at = case when suspended_at is null then due_at else least(due_at, ?) end
                        where merchant_id = ? and dialect = ? and place = ''
                        """,
                        request.url(),
                        authorization,
                        timestamp(now),
                        timestamp(now),
                        request.merchant().value(),
                        request.dialect().name())
                == 1;
    }

    @Override
    public Optional<String> url(MerchantId merchant, Dialect dialect) {
        return jdbc
                .queryForList(
                        "select url from endpoint where merchant_id = ? and dialect = ? and place = ''",
                        String.class,
                        merchant.value(),
                        dialect.name())
                .stream()
                .findFirst();
    }

    @Override
    public boolean isStored(EndpointRequest request) {
        return jdbc.query(
                        """
                        select authorization_header
                        from endpoint
                        where merchant_id = ? and dialect = ? and place = '' and url = ?
                        """,
                        (row, n) -> Optional.ofNullable(row.getString("authorization_header"))
                                .map(rows::open)
                                .orElse(""),
                        request.merchant().value(),
                        request.dialect().name(),
                        request.url())
                .contains(request.authorizationHeader());
    }

    @Override
    public boolean retire(MerchantId merchant, Dialect dialect) {
        return jdbc.update(
                        "update endpoint set place = ? where merchant_id = ? and dialect = ? and place = ''",
                        "retired " + EndpointId.next(),
                        merchant.value(),
                        dialect.name())
                == 1;
    }

    @Override
    public List<Lease> lease(String owner, LeaseRoom room, Instant now, Instant realNow) {
        var free = new ArrayList<>(free("failures = 0", room.all(), now, realNow));
        int failing = Math.min(room.failing(), room.all() - free.size());
        free.addAll(free("failures > 0", failing, now, realNow));
        free.sort(Comparator.comparing(lease -> lease.endpoint().value()));
        return changed(
                free,
                jdbc.batchUpdate(
                        """
                        update endpoint
                        set lease_owner = ?, lease_until = ?, fence = fence + 1
                        where id = ? and fence = ?
                        """,
                        free.stream()
                                .map(lease -> new Object[] {
                                    owner,
                                    timestamp(realNow.plus(Lease.TERM)),
                                    lease.endpoint().value(),
                                    lease.fence() - 1
                                })
                                .toList()));
    }

    private List<Lease> free(String condition, int limit, Instant now, Instant realNow) {
        if (limit <= 0) {
            return List.of();
        }
        return jdbc.query(
                """
                select id, fence, failures
                from endpoint
                where due_at <= ? and (lease_until is null or lease_until < ?) and %s and not %s and not %s
                order by due_at, id
                limit ?
                """
                        .formatted(condition, JdbcHolds.ENDPOINT, JdbcRegistrations.REMOVED),
                (row, n) -> new Lease(
                        new EndpointId(uuid(row, "id")), row.getLong("fence") + 1, row.getInt("failures") > 0),
                timestamp(now),
                timestamp(realNow),
                limit);
    }

    @Override
    public Set<Lease> renew(Collection<Lease> leases, Instant realNow) {
        var sorted = leases.stream()
                .sorted(Comparator.comparing(lease -> lease.endpoint().value()))
                .toList();
        return new HashSet<>(changed(
                sorted,
                jdbc.batchUpdate(
                        "update endpoint set lease_until = ? where id = ? and fence = ? and lease_owner is not null",
                        sorted.stream()
                                .map(lease -> new Object[] {
                                    timestamp(realNow.plus(Lease.TERM)),
                                    lease.endpoint().value(),
                                    lease.fence()
                                })
                                .toList())));
    }

    @Override
    public Set<EndpointId> due(Collection<EndpointId> endpoints, Instant now) {
        return new HashSet<>(jdbc.query(
                """
                select id
                from endpoint
                where id = any(?)
                    and (exists (select 1 from callback
                            where endpoint_id = endpoint.id and state = 'WAITING' and ready_at <= ?)
                        or exists (select 1 from callback
                            where endpoint_id = endpoint.id and state = 'APART' and ready_at <= ?)
                        or exists (select 1 from delivery
                            where endpoint_id = endpoint.id and state = 'PENDING' and next_attempt_at <= ?))
                """,
                (row, n) -> new EndpointId(uuid(row, "id")),
                Arrays.uuids(endpoints, EndpointId::value),
                timestamp(now),
                timestamp(now),
                timestamp(now)));
    }

    @Override
    public Optional<Endpoint> hold(Lease lease, Instant realNow) {
        var endpoint = jdbc
                .query(
                        """
                        select id, merchant_id, dialect, url, authorization_header, lease_until,
                            failures, failed_subjects, width, suspended_at, probes, probe_at,
                            (select callback_secret from merchant where merchant.id = endpoint.merchant_id) as secret,
                            (select string_agg(secret, ' ' order by good_until desc) from old_secret
                                where kind = 'CALLBACK' and owner = cast(endpoint.merchant_id as varchar)
                                    and good_until > ?) as retired,
                            coalesce(
                                (select secret from old_secret
                                    where kind = 'REGISTRATION' and owner = cast(endpoint.id as varchar)
                                        and good_until > ?
                                    order by good_until, id limit 1),
                                (select secret from registration where registration.id = endpoint.id)) as own
                        from endpoint
                        where id = ? and fence = ? and lease_owner is not null and not %s and not %s
                        for update
                        """
                                .formatted(JdbcHolds.ENDPOINT, JdbcRegistrations.REMOVED),
                        (row, n) -> rows.endpoint(row),
                        timestamp(realNow),
                        timestamp(realNow),
                        lease.endpoint().value(),
                        lease.fence())
                .stream()
                .findFirst();
        return endpoint.map(held -> {
            if (!held.leaseUntil().isBefore(realNow.plus(Lease.MARGIN))) {
                return held;
            }
            var until = realNow.plus(Lease.TERM);
            jdbc.update(
                    "update endpoint set lease_until = ? where id = ?",
                    timestamp(until),
                    held.id().value());
            return new Endpoint(held.id(), held.merchant(), held.dialect(), held.destination(), until, held.standing());
        });
    }

    @Override
    public void release(Lease lease, Optional<Instant> dueAt) {
        jdbc.update(
                "update endpoint set lease_owner = null, lease_until = null, due_at = ? where id = ? and fence = ?",
                dueAt.map(Columns::timestamp).orElse(null),
                lease.endpoint().value(),
                lease.fence());
    }

    @Override
    public void wake(EndpointId endpoint, Instant at) {
        jdbc.update(
                "update endpoint set due_at = ? where id = ? and (due_at is null or due_at > ?)",
                timestamp(at),
                endpoint.value(),
                timestamp(at));
    }

    private static List<Lease> changed(List<Lease> leases, int[] counts) {
        var result = new ArrayList<Lease>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                result.add(leases.get(i));
            }
        }
        return result;
    }
}
