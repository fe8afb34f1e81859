package io.caravan.core.route;

import java.util.List;

/**
 * The routes of all instances, seen from one.
 *
 * @param instance this one
 * @param standings how each file stands here
 * @param reports what the instances say that they run, this one included
 */
public record RouteOverview(String instance, List<RouteStanding> standings, List<RouteReport> reports) {

    public RouteOverview {
        standings = List.copyOf(standings);
        reports = List.copyOf(reports);
    }
}
