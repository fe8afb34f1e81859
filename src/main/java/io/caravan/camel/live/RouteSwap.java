package io.caravan.camel.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts routes in the place of others. What the old ones work on may end within a time; what then still goes on is
 * broken off, so that its message goes back to its queue. Routes that operators have stopped stay stopped.
 */
final class RouteSwap {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.routes");

    private final CamelContext camel;
    private final Duration patience;

    RouteSwap(CamelContext camel, Duration patience) {
        this.camel = camel;
        this.patience = patience;
    }

    /** @throws Exception if the new routes do not start; then the old ones run again */
    void replace(Collection<RouteText> old, Collection<RouteText> replacements) throws Exception {
        var oldIds = ids(old);
        var stopped = oldIds.stream().filter(this::isStopped).toList();
        var unlike = ids(replacements).stream()
                .filter(id -> !oldIds.contains(id) && camel.getRoute(id) != null)
                .toList();
        if (!unlike.isEmpty()) {
            throw new IllegalStateException("There are routes of these names already: " + unlike);
        }
        try {
            remove(oldIds);
            add(replacements, Set.copyOf(stopped));
        } catch (Exception e) {
            LOG.warn("The new routes do not start; the old ones come back", e);
            remove(ids(replacements));
            remove(oldIds);
            add(old, Set.copyOf(stopped));
            throw e;
        }
    }

    private void remove(List<String> ids) throws Exception {
        var present = ids.stream().filter(id -> camel.getRoute(id) != null).toList();
        var orders = new ArrayList<org.apache.camel.spi.RouteStartupOrder>();
        for (int i = 0; i < present.size(); i++) {
            orders.add(new StopOrder(i + 1, camel.getRoute(present.get(i))));
        }
        camel.getShutdownStrategy().shutdown(camel, orders, patience.toMillis(), TimeUnit.MILLISECONDS);
        for (var id : present) {
            camel.getRouteController().stopRoute(id, 1, TimeUnit.SECONDS);
            camel.removeRoute(id);
        }
    }

    /** Makes them all, then starts them: first those that others in this process send to. */
    private void add(Collection<RouteText> texts, Set<String> stopped) throws Exception {
        var wanted = new HashMap<String, String>();
        var loader = PluginHelper.getRoutesLoader(camel);
        for (var builder : loader.findRoutesBuilders(
                texts.stream().map(RouteText::resource).toArray(Resource[]::new))) {
            ((RouteBuilder) builder).addLifecycleInterceptor(asleep(wanted));
            camel.addRoutes(builder);
        }
        var model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        var routes = wanted.keySet().stream()
                .map(model::getRouteDefinition)
                .sorted(Comparator.comparing(RouteSwap::isCaller))
                .toList();
        for (var route : routes) {
            var autoStartup = wanted.get(route.getRouteId());
            route.setAutoStartup(autoStartup);
            if (!stopped.contains(route.getRouteId()) && isOn(autoStartup)) {
                camel.getRouteController().startRoute(route.getRouteId());
            }
        }
    }

    private static RouteBuilderLifecycleStrategy asleep(Map<String, String> wanted) {
        return new RouteBuilderLifecycleStrategy() {
            @Override
            public void afterConfigure(RouteBuilder builder) {
                for (var route : builder.getRouteCollection().getRoutes()) {
                    wanted.put(route.getRouteId(), route.getAutoStartup());
                    route.setAutoStartup("false");
                }
            }
        };
    }

    private boolean isOn(String autoStartup) {
        return autoStartup == null || Boolean.TRUE.equals(CamelContextHelper.parseBoolean(camel, autoStartup));
    }

    private boolean isStopped(String id) {
        var status = camel.getRouteController().getRouteStatus(id);
        return status == ServiceStatus.Stopped || status == ServiceStatus.Suspended;
    }

    /** Whether it begins with a message from outside of this process, or with a clock. */
    private static boolean isCaller(RouteDefinition route) {
        return !route.getInput().getEndpointUri().matches("(direct|seda)[:].*");
    }

    private static List<String> ids(Collection<RouteText> texts) {
        return texts.stream().flatMap(text -> text.routeIds().stream()).toList();
    }
}
