package io.caravan.usecase.ops;

import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteReports;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Lets all instances know which routes this one runs. */
public class ReportRoutes {

    /** After that, an instance has been gone for good. */
    private static final Duration GONE = Duration.ofDays(1);

    private final RouteReports reports;
    private final Clock realTime;

    public ReportRoutes(RouteReports reports, Clock realTime) {
        this.reports = reports;
        this.realTime = realTime;
    }

    public void report(String instance, String hash, Map<String, String> files) {
        var now = realTime.instant();
        reports.put(new RouteReport(instance, now, hash, files));
        reports.forgetBefore(now.minus(GONE));
    }
}
