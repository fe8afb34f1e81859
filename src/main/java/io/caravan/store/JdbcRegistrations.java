package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.DeadReason;
import io.caravan.core.callback.DeliveryState;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.callback.Registrations;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** Registrations in a table of their own, each beside its endpoint, their secrets sealed. */
public final class JdbcRegistrations implements Registrations {

    /** A condition on a row of {@code endpoint}. */
    static final String REMOVED = "endpoint.place like 'removed %'";

    /** A condition on a row of {@code endpoint}: it hears of more than single subjects. */
    static final String STANDING = "(endpoint.place = '' or endpoint.place like 'registration %')";

    private final JdbcOperations jdbc;
    private final Sealer sealer;

    public JdbcRegistrations(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    private record Row(UUID id, String url, EventType type) {}

    @Override
    public void lock(MerchantId merchant, String msn) {
        jdbc.query(
                "select msn from sales_unit where merchant_id = ? and msn = ? for update",
                (row, n) -> row.getString("msn"),
                merchant.value(),
                msn);
    }

    @Override
    public List<Registration> of(MerchantId merchant, String msn) {
        var rows = jdbc.query(
                """
                select r.id, e.url, w.type
                from registration r
                join endpoint e on e.id = r.id
                join registration_event w on w.registration_id = r.id
                where r.msn = ? and r.merchant_id = ? and r.removed_at is null
                order by r.created_at, r.id
                """,
                (row, n) -> new Row(uuid(row, "id"), row.getString("url"), EventType.valueOf(row.getString("type"))),
                msn,
                merchant.value());
        var urls = new LinkedHashMap<UUID, String>();
        var events = new LinkedHashMap<UUID, EnumSet<EventType>>();
        rows.forEach(row -> {
            urls.put(row.id(), row.url());
            events.computeIfAbsent(row.id(), id -> EnumSet.noneOf(EventType.class))
                    .add(row.type());
        });
        return urls.keySet().stream()
                .map(id -> new Registration(new EndpointId(id), msn, urls.get(id), events.get(id)))
                .toList();
    }

    @Override
    public void add(MerchantId merchant, Registration registration, RegistrationSecret secret, Instant now) {
        var id = registration.id().value();
        jdbc.update(
                """
                insert into endpoint (id, merchant_id, dialect, place, url, fence, failures, created_at)
                values (?, ?, ?, ?, ?, 0, 0, ?)
                """,
                id,
                merchant.value(),
                Dialect.EPAYMENT.name(),
                "registration " + id,
                registration.url(),
                timestamp(now));
        jdbc.update(
                "insert into registration (id, merchant_id, msn, secret, created_at) values (?, ?, ?, ?, ?)",
                id,
                merchant.value(),
                registration.msn(),
                sealer.seal(secret.text().getBytes(StandardCharsets.UTF_8)),
                timestamp(now));
        jdbc.batchUpdate(
                "insert into registration_event (registration_id, type) values (?, ?)",
                registration.events().stream()
                        .map(type -> new Object[] {id, type.name()})
                        .toList());
    }

    @Override
    public boolean remove(MerchantId merchant, String msn, EndpointId id, Instant now) {
        jdbc.query(
                "select id from endpoint where id = ? and merchant_id = ? for update",
                (row, n) -> uuid(row, "id"),
                id.value(),
                merchant.value());
        boolean found = jdbc.update(
                        """
                        update registration
                        set removed_at = ?
                        where id = ? and merchant_id = ? and msn = ? and removed_at is null
                        """,
                        timestamp(now),
                        id.value(),
                        merchant.value(),
                        msn)
                == 1;
        if (found) {
            jdbc.update(
                    "update endpoint set place = ?, due_at = null where id = ?", "removed " + id.value(), id.value());
            giveUp(id.value(), DeliveryState.PENDING);
        }
        return found;
    }

    @Override
    public int removeDead(Instant since, int limit, Instant now) {
        record Dead(MerchantId merchant, String msn, EndpointId id) {}
        var dead = jdbc.query(
                """
                select r.id, r.merchant_id, r.msn
                from registration r
                join endpoint e on e.id = r.id
                where r.removed_at is null and e.suspended_at <= ?
                order by r.id
                limit ?
                """,
                (row, n) -> new Dead(
                        new MerchantId(uuid(row, "merchant_id")),
                        row.getString("msn"),
                        new EndpointId(uuid(row, "id"))),
                timestamp(since),
                limit);
        dead.forEach(one -> remove(one.merchant(), one.msn(), one.id(), now));
        return dead.size();
    }

    @Override
    public int giveUpRest(int limit, Instant realNow) {
        var rest = jdbc.query(
                """
                select id
                from endpoint
                where %s and (lease_until is null or lease_until < ?)
                    and (exists (select 1 from delivery d
                            where d.endpoint_id = endpoint.id and d.state in ('PENDING', 'SENDING'))
                        or exists (select 1 from callback c
                            where c.endpoint_id = endpoint.id and c.state in ('WAITING', 'APART')))
                order by id
                limit ?
                for update
                """
                        .formatted(REMOVED),
                (row, n) -> uuid(row, "id"),
                timestamp(realNow),
                limit);
        rest.forEach(endpoint -> giveUp(endpoint, DeliveryState.PENDING, DeliveryState.SENDING));
        return rest.size();
    }

    /** The endpoint is locked; its deliveries in these states end. */
    private void giveUp(UUID endpoint, DeliveryState... states) {
        for (var state : states) {
            jdbc.update(
                    "update delivery set state = 'DEAD', next_attempt_at = null where endpoint_id = ? and state = '%s'"
                            .formatted(state),
                    endpoint);
        }
        for (var state : Line.OPEN_STATES) {
            jdbc.update(
                    """
                    update callback
                    set state = 'DEAD', reason = ?, ready_at = null
                    where endpoint_id = ? and state = '%s' and (state <> 'DELIVERING'
                        or delivery_id in (select id from delivery where endpoint_id = ? and state = 'DEAD'))
                    """
                            .formatted(state),
                    DeadReason.REMOVED.name(),
                    endpoint,
                    endpoint);
        }
    }
}
