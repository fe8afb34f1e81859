package io.caravan.camel.live;

import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.RouteStartupOrder;

/** A route on its way out. */
record StopOrder(int order, Route route) implements RouteStartupOrder {

    @Override
    public int getStartupOrder() {
        return order;
    }

    @Override
    public Route getRoute() {
        return route;
    }

    @Override
    public Consumer getInput() {
        return route.getConsumer();
    }

    @Override
    public List<Service> getServices() {
        return route.getServices();
    }
}
