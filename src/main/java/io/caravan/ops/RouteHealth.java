package io.caravan.ops;

import io.caravan.core.problem.Busy;
import io.caravan.core.route.RouteCondition;
import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteStanding;
import io.caravan.usecase.ops.ListRouteReports;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whether this instance runs what is in the folder of the routes, and the others the same. Degraded if a file is broken,
 * since the next start would fail, and if another instance runs something else.
 */
public final class RouteHealth implements HealthIndicator {

    private final Supplier<List<RouteStanding>> standings;
    private final ListRouteReports listRouteReports;
    private final String instance;

    /** @param instance this one, by the name under which it reports */
    public RouteHealth(Supplier<List<RouteStanding>> standings, ListRouteReports listRouteReports, String instance) {
        this.standings = standings;
        this.listRouteReports = listRouteReports;
        this.instance = instance;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var file : standings.get()) {
            if (file.condition() != RouteCondition.RUNS) {
                health.withDetail(file.path(), file.condition() + ": " + String.join("; ", file.remarks()));
            }
            if (file.condition() == RouteCondition.BROKEN) {
                health.status(FlowHealth.DEGRADED);
            }
        }
        try {
            tellDifferences(health, listRouteReports.list());
        } catch (DataAccessException | TransactionException | Busy e) {
            health.withDetail("others", "not known: " + e.getClass().getSimpleName());
        }
        return health.build();
    }

    private void tellDifferences(Health.Builder health, List<RouteReport> reports) {
        var own = reports.stream()
                .filter(report -> report.instance().equals(instance))
                .findFirst();
        own.ifPresent(here -> reports.stream()
                .filter(report -> !report.hash().equals(here.hash()))
                .forEach(other -> {
                    health.withDetail(other.instance(), "runs other versions of " + here.differences(other));
                    health.status(FlowHealth.DEGRADED);
                }));
    }
}
