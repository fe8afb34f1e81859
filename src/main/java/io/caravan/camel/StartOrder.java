package io.caravan.camel;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.StringHelper;

/**
 * Starts the routes that only other routes call before those to which something comes from outside, in whatever order
 * their files are read, and stops them after those: a message that waits in a queue finds its connector.
 */
public final class StartOrder extends ModelLifecycleStrategySupport {

    private static final int FROM_OUTSIDE = 1_000_000;

    private final AtomicInteger next = new AtomicInteger();

    /** Orders all routes that are added to this context from now on. */
    public static void of(CamelContext camel) {
        camel.getCamelContextExtension().getContextPlugin(Model.class).addModelLifecycleStrategy(new StartOrder());
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        var scheme = StringHelper.before(route.getEndpointUrl(), ":", route.getEndpointUrl());
        var order = next.incrementAndGet();
        route.setStartupOrder(scheme.equals("direct") ? order : FROM_OUTSIDE + order);
    }
}
