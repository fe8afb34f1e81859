package io.caravan.routes;

import static io.caravan.camel.rules.RouteFile.text;

import io.caravan.camel.rules.Findings;
import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteFile.Element;
import io.caravan.camel.rules.RouteFile.Step;
import io.caravan.camel.rules.RouteNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that lists all routes of the service: what comes in where, and where it goes. */
final class RouteCatalogue {

    private static final List<String> GROUPS = List.of("api", "workflow", "channel", "callback", "job", "dead-letter");

    private static final String HEAD =
            """
            # Routes

            Generated from the files in this folder by `./mvnw -q test -Dtest=RouteCatalogueTests -Dcaravan.write=true`; a test
            compares.

            | id | group | from | to | description |
            | --- | --- | --- | --- | --- |
            """;

    private RouteCatalogue() {}

    static String page(List<RouteFile> files) {
        var requests = requests(files);
        return files.stream()
                .flatMap(RouteFile::routes)
                .sorted(Comparator.<Element>comparingInt(route -> GROUPS.indexOf(text(route.yaml(), "group")))
                        .thenComparing(Element::id))
                .map(route -> row(route, requests))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Element route, Map<String, List<String>> requests) {
        var cells = List.of(
                code(route.id()),
                text(route.yaml(), "group"),
                cell(requests
                        .getOrDefault(
                                route.from().endpoint(), List.of(route.from().endpoint()))
                        .stream()),
                cell(route.steps().stream().filter(Step::isSend).map(Step::endpoint)),
                text(route.yaml(), "description"));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The requests that lead to a route, by the endpoint it listens to. */
    private static Map<String, List<String>> requests(List<RouteFile> files) {
        var requests = new HashMap<String, List<String>>();
        files.stream().flatMap(RouteFile::rests).forEach(rest -> RouteNames.operations(rest)
                .forEach(operation -> requests.merge(
                        text(operation.yaml(), "to"),
                        List.of(operation.kind().toUpperCase(Locale.ROOT) + " "
                                + text(rest.yaml(), "path")
                                + text(operation.yaml(), "path")),
                        Findings::join)));
        return requests;
    }

    private static String cell(Stream<String> endpoints) {
        return endpoints.distinct().map(RouteCatalogue::code).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
