package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.rules.RouteFile;
import io.caravan.support.Endpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of all endpoints, by which others test who may call what, is the routes' own. */
class EndpointListTests {

    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete", "head");

    @Test
    void everyRouteThatCanBeCalledIsInTheListAndNothingElse() {
        var routes = Stream.of(RouteFile.ROUTES, RouteFile.MOCKS.resolve("service"))
                .flatMap(folder -> RouteFile.allIn(folder).stream())
                .flatMap(RouteFile::rests)
                .flatMap(EndpointListTests::endpoints)
                .filter(endpoint -> !endpoint.contains(" /mock"))
                .toList();

        assertThat(Endpoint.all().stream().filter(Endpoint::isRoute).map(Endpoint::toString))
                .as("src/test/resources/endpoints.csv")
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void onlyWhatTheListHasIsCalledFromOutside() {
        var others = RouteFile.allIn(RouteFile.ROUTES).stream()
                .flatMap(RouteFile::routes)
                .filter(route -> !isForOperators(route))
                .filter(route -> List.of("servlet", "rest", "platform-http", "jetty", "undertow", "netty-http")
                        .contains(route.from().scheme()))
                .map(RouteFile.Element::id);

        assertThat(others).isEmpty();
    }

    /** The port of operators has a servlet of its own, which the public port does not know. */
    private static boolean isForOperators(RouteFile.Element route) {
        var parameters = RouteFile.map(route.from().yaml().get("parameters"));
        return RouteFile.text(parameters, "servletName").equals("OpsServlet");
    }

    private static Stream<String> endpoints(RouteFile.Element rest) {
        return VERBS.stream().flatMap(verb -> RouteFile.list(rest.yaml().get(verb)).stream()
                .map(RouteFile::map)
                .map(operation -> verb.toUpperCase(java.util.Locale.ROOT) + " " + RouteFile.text(rest.yaml(), "path")
                        + RouteFile.text(operation, "path")));
    }
}
