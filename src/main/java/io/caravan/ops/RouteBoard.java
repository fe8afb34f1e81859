package io.caravan.ops;

import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteStanding;
import io.caravan.usecase.ops.ListRouteReports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;

/** The files of the routes, over JMX, and so in Hawtio. */
@ManagedResource(objectName = "caravan:type=RouteFiles", description = "The files of the routes, and what runs of them")
public final class RouteBoard {

    private final Supplier<List<RouteStanding>> standings;
    private final ListRouteReports listRouteReports;

    public RouteBoard(Supplier<List<RouteStanding>> standings, ListRouteReports listRouteReports) {
        this.standings = standings;
        this.listRouteReports = listRouteReports;
    }

    @ManagedOperation(description = "Each file in this instance: its condition, the hash of what runs, remarks")
    public List<Map<String, String>> list() {
        return standings.get().stream().map(RouteBoard::shown).toList();
    }

    @ManagedOperation(description = "The instances, and the hash of all that each runs; equal hashes mean equal routes")
    public Map<String, String> instances() {
        return listRouteReports.list().stream().collect(Collectors.toMap(RouteReport::instance, RouteReport::hash));
    }

    private static Map<String, String> shown(RouteStanding standing) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("path", standing.path());
        shown.put("condition", standing.condition().name());
        shown.put("hash", standing.hash());
        shown.put("remarks", String.join("\n", standing.remarks()));
        return shown;
    }
}
