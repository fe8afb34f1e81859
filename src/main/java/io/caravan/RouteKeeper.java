package io.caravan;

import io.caravan.camel.live.RouteWatch;
import io.caravan.core.route.RouteReport;
import io.caravan.usecase.ops.ListRouteReports;
import io.caravan.usecase.ops.ReportRoutes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Watches the files of the routes while the service runs, and reports every ten seconds what this instance runs. */
final class RouteKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.routes");
    private static final int EVERY = 10;

    private final RouteWatch watch;
    private final ReportRoutes reportRoutes;
    private final ListRouteReports listRouteReports;
    private final String instance;
    private List<String> different = List.of();
    private ScheduledExecutorService thread;

    RouteKeeper(RouteWatch watch, ReportRoutes reportRoutes, ListRouteReports listRouteReports, String instance) {
        this.watch = watch;
        this.reportRoutes = reportRoutes;
        this.listRouteReports = listRouteReports;
        this.instance = instance;
    }

    /** After Camel has started, and before it stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized void start() {
        watch.start();
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "route-report");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::report, 0, EVERY, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
        watch.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void report() {
        try {
            var fingerprint = watch.fingerprint();
            reportRoutes.report(instance, fingerprint, watch.running());
            var others = listRouteReports.list().stream()
                    .filter(report -> !report.hash().equals(fingerprint))
                    .map(RouteReport::instance)
                    .toList();
            if (!others.equals(different)) {
                LOG.warn("Instances that run other routes than this one: {}", others);
            }
            different = others;
        } catch (RuntimeException e) {
            LOG.warn("The other instances cannot be told which routes run here: {}", e.toString());
        }
    }
}
