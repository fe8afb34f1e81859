package io.caravan.camel;

import org.apache.camel.builder.RouteBuilder;

/** Two routes of a few steps with ids, for a look at their MBeans. */
final class TwoRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:first")
                .routeId("first")
                .log("one")
                .id("log-one")
                .log("two")
                .id("log-two");
        from("direct:second").routeId("second").log("three").id("log-three");
    }
}
