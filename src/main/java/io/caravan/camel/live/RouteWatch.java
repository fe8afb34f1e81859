package io.caravan.camel.live;

import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.Surroundings;
import io.caravan.core.route.RouteStanding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the folder of the routes again and again, in a thread of its own, until it is stopped. */
public final class RouteWatch {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.routes");

    /** How a watch is kept: whether routes are swapped, how often it looks, how long the old ones may take to end. */
    public record Terms(boolean swaps, Duration every, Duration patience) {}

    private final LiveRoutes routes;
    private final Duration every;
    private final Runnable afterChange;
    private ScheduledExecutorService thread;
    private boolean unreadable;

    /**
     * @param folder whose files the context is going to run, or runs
     * @param neighbours files of routes that run in the same context and never change
     * @param afterChange is called when something has been swapped, or cannot be
     */
    public RouteWatch(
            CamelContext camel,
            Path folder,
            List<RouteFile> neighbours,
            Surroundings surroundings,
            Terms terms,
            Runnable afterChange)
            throws IOException {
        var check = new RouteCheck(surroundings, neighbours, new RouteTrial(camel, surroundings::setting));
        this.routes =
                new LiveRoutes(new RouteFolder(folder), check, new RouteSwap(camel, terms.patience()), terms.swaps());
        this.every = terms.every();
        this.afterChange = afterChange;
    }

    /** How each file stands. */
    public List<RouteStanding> standings() {
        return routes.standings();
    }

    /** The hash of each file of which something runs, by its path. */
    public SortedMap<String, String> running() {
        return standings().stream()
                .filter(standing -> !standing.hash().isEmpty())
                .collect(Collectors.toMap(RouteStanding::path, RouteStanding::hash, (one, other) -> one, TreeMap::new));
    }

    /** A hash of all that runs. */
    public String fingerprint() {
        return RouteText.hash(running().toString());
    }

    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "route-watch");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for a swap that is on its way. */
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            try {
                thread.awaitTermination(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    private void look() {
        try {
            if (routes.look()) {
                afterChange.run();
            }
            unreadable = false;
        } catch (IOException e) {
            if (!unreadable) {
                LOG.error("The folder of the routes cannot be read; what runs goes on", e);
            }
            unreadable = true;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The routes cannot be brought in step with their folder", e);
        }
    }
}
