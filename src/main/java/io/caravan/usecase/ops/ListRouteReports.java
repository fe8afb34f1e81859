package io.caravan.usecase.ops;

import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteReports;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells what the instances run that have been heard of within the last minute. */
public class ListRouteReports {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final RouteReports reports;
    private final Clock realTime;

    public ListRouteReports(RouteReports reports, Clock realTime) {
        this.reports = reports;
        this.realTime = realTime;
    }

    public List<RouteReport> list() {
        return reports.since(realTime.instant().minus(FRESH));
    }
}
