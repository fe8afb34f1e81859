package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Sandbox;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteStartupOrder;
import org.junit.jupiter.api.Test;

/** The order in which the routes of a running service were started. */
class StartOrderTests {

    @Test
    void whatRoutesCallIsThereBeforeAnythingComesFromOutside() {
        var camel = Sandbox.running().context().getBean(CamelContext.class);

        var areCalled = camel.getCamelContextExtension().getRouteStartupOrder().stream()
                .map(RouteStartupOrder::getRoute)
                .map(route -> route.getEndpoint().getEndpointUri().startsWith("direct:"))
                .toList();

        assertThat(areCalled).contains(true, false);
        assertThat(areCalled.lastIndexOf(true)).isLessThan(areCalled.indexOf(false));
    }
}
