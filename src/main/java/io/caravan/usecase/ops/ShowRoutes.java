package io.caravan.usecase.ops;

import io.caravan.core.route.RouteOverview;
import io.caravan.core.route.RouteStanding;
import java.util.List;
import java.util.function.Supplier;

/** Tells how the files of the routes stand here, and what the other instances run. */
public class ShowRoutes {

    private final Supplier<List<RouteStanding>> standings;
    private final ListRouteReports listRouteReports;
    private final String instance;

    public ShowRoutes(Supplier<List<RouteStanding>> standings, ListRouteReports listRouteReports, String instance) {
        this.standings = standings;
        this.listRouteReports = listRouteReports;
        this.instance = instance;
    }

    public RouteOverview show() {
        return new RouteOverview(instance, standings.get(), listRouteReports.list());
    }
}
