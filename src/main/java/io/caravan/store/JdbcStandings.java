package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Standing;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.Suspension;
import io.caravan.core.dialect.Dialect;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** How endpoints stand, in their table. */
public final class JdbcStandings implements Standings {

    private final JdbcOperations jdbc;

    public JdbcStandings(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<EndpointId, Standing> lock(Set<EndpointId> endpoints) {
        var result = new HashMap<EndpointId, Standing>();
        jdbc.query(
                """
                select id, failures, failed_subjects, width, suspended_at, probes, probe_at
                from endpoint
                where id = any(?)
                order by id
                for update
                """,
                row -> {
                    result.put(new EndpointId(uuid(row, "id")), StandingRows.standing(row));
                },
                Arrays.uuids(endpoints, EndpointId::value));
        return result;
    }

    @Override
    public void put(Map<EndpointId, Standing> standings) {
        jdbc.batchUpdate(
                """
                update endpoint
                set failures = ?, failed_subjects = ?, width = ?, suspended_at = ?, probes = ?, probe_at = ?
                where id = ?
                """,
                standings.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                        .map(entry -> values(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Object[] values(EndpointId endpoint, Standing standing) {
        var suspension = standing.suspension();
        return new Object[] {
            standing.failures(),
            StandingRows.text(standing.subjects()),
            standing.width(),
            suspension.map(Suspension::since).map(Columns::timestamp).orElse(null),
            suspension.map(Suspension::probes).orElse(0),
            suspension.map(Suspension::probeAt).map(Columns::timestamp).orElse(null),
            endpoint.value()
        };
    }

    @Override
    public Map<Dialect, Long> suspended() {
        var result = new EnumMap<Dialect, Long>(Dialect.class);
        jdbc.query(
                "select dialect, count(*) as n from endpoint where suspended_at is not null group by dialect", row -> {
                    result.put(Dialect.valueOf(row.getString("dialect")), row.getLong("n"));
                });
        return result;
    }
}
