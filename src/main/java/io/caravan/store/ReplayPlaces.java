package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Where callbacks go that are sent once more: to their endpoints; or, as new events do, to the registrations of their
 * sales unit, if they were held or their own registration is gone.
 */
final class ReplayPlaces {

    private static final String AT_ENDPOINTS =
            """
            c
            where (exists (select 1 from endpoint where endpoint.id = c.endpoint_id and not %s)
                    or c.endpoint_id is null and c.dialect in (select endpoint.dialect from endpoint
                        where endpoint.merchant_id = c.merchant_id and endpoint.place = ''))
                and\s"""
                    .formatted(JdbcRegistrations.REMOVED);

    /** Each callback, with each registration that wants its event and has not got it. */
    private static final String AT_REGISTRATIONS =
            """
            c
            join event e on e.id = c.event_id
            join payment p on p.id = c.subject_id
            join registration r on r.msn = p.msn and r.merchant_id = p.merchant_id and r.removed_at is null
            join registration_event w on w.registration_id = r.id and w.type = e.type
            where c.dialect = 'EPAYMENT'
                and (c.endpoint_id is null
                    or c.endpoint_id in (select id from registration where removed_at is not null))
                and not exists (select 1 from callback other
                    where other.event_id = c.event_id and other.endpoint_id = r.id)
                and\s""";

    private final JdbcOperations jdbc;

    ReplayPlaces(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many callbacks are sent if those of a table or select are replayed that meet the condition on a row {@code c} of
     * it, counted up to a limit. An event that went to several registrations which are gone counts once for each that
     * takes their place.
     */
    long count(String callbacks, String condition, long limit, Object... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(arguments));
        all.add(limit);
        return jdbc.queryForObject(
                """
                select count(*) from (
                    select c.id, c.endpoint_id from %1$s %2$s %4$s
                    union all
                    select distinct c.event_id, r.id from %1$s %3$s %4$s
                    limit ?) sent
                """
                        .formatted(callbacks, AT_ENDPOINTS, AT_REGISTRATIONS, condition),
                Long.class,
                all.toArray());
    }

    /** @param copied whether the callback itself goes somewhere else */
    record Route(UUID callback, UUID registration, boolean copied) {}

    /**
     * Which of the callbacks go to which registrations, no event twice to the same. Where registrations have become more,
     * copies go to the others; where they have become less, callbacks are left over.
     */
    Set<Route> toRegistrations(MerchantId merchant, Collection<UUID> callbacks) {
        record Wanted(Set<UUID> callbacks, Set<UUID> registrations) {}
        var events = new LinkedHashMap<UUID, Wanted>();
        jdbc.query(
                "select c.event_id, c.id, r.id as registration_id from callback " + AT_REGISTRATIONS
                        + "c.merchant_id = ? and c.id = any(?) order by c.id, r.id",
                row -> {
                    var wanted = events.computeIfAbsent(
                            uuid(row, "event_id"), event -> new Wanted(new LinkedHashSet<>(), new LinkedHashSet<>()));
                    wanted.callbacks().add(uuid(row, "id"));
                    wanted.registrations().add(uuid(row, "registration_id"));
                },
                merchant.value(),
                Arrays.uuids(callbacks, id -> id));
        return events.values().stream()
                .flatMap(
                        wanted -> routes(List.copyOf(wanted.callbacks()), List.copyOf(wanted.registrations())).stream())
                .collect(Collectors.toSet());
    }

    private static List<Route> routes(List<UUID> callbacks, List<UUID> registrations) {
        var routes = new ArrayList<Route>();
        for (int i = 0; i < registrations.size(); i++) {
            boolean copied = i >= callbacks.size();
            routes.add(new Route(callbacks.get(copied ? 0 : i), registrations.get(i), copied));
        }
        return routes;
    }
}
