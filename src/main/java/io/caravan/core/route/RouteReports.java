package io.caravan.core.route;

import java.time.Instant;
import java.util.List;

/** The last report of each instance. */
public interface RouteReports {

    void put(RouteReport report);

    /** Those that are younger, by instance. */
    List<RouteReport> since(Instant moment);

    void forgetBefore(Instant moment);
}
