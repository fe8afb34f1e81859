package io.caravan.camel.rules;

import static io.caravan.camel.rules.Findings.repeated;
import static io.caravan.camel.rules.Findings.unless;
import static io.caravan.camel.rules.RouteFile.map;
import static io.caravan.camel.rules.RouteFile.text;
import static io.caravan.camel.rules.RouteFile.visit;

import io.caravan.camel.rules.RouteFile.Element;
import io.caravan.camel.rules.RouteFile.Step;
import io.caravan.camel.rules.RouteRules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What routes and steps are called, and what they say of themselves to operators. */
public final class RouteNames {

    private static final int MOST_STEPS = 12;
    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** Third person, present tense: Sends a notice. One sentence, as the title of the route: no full stop. */
    private static final String SENTENCE = "[A-Z][a-z]*s\\b[^\\n]{5,140}(?<![.!?;:,])";

    private static final Map<String, String> GROUPS = Map.of(
            "api", "api",
            "ops", "ops",
            "workflow", "workflow",
            "channel", "channel",
            "callback", "callback",
            "job", "job",
            "config", "dead-letter",
            "mock-endpoints", "mock",
            "service", "mock");

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head");

    private RouteNames() {}

    static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("has-ids-in-kebab-case", files -> {
            var found = new ArrayList<String>();
            elements(files)
                    .forEach(element -> visit(element.yaml(), (key, value) -> {
                        if (key.equals("id") && !value.toString().matches(KEBAB_CASE)) {
                            found.add(element.where() + ": id " + value);
                        }
                    }));
            return found;
        });
        rules.put("has-an-id-for-everything", files -> elements(files)
                .filter(element -> Set.of("route", "rest", "routeConfiguration").contains(element.kind()))
                .flatMap(element ->
                        parts(element).filter(part -> part.id().isEmpty()).map(part -> element.at(part) + " has no id"))
                .toList());
        rules.put(
                "has-unique-route-ids",
                files -> repeated(
                        "id",
                        elements(files)
                                .filter(element -> !element.id().isEmpty())
                                .map(e -> e.kind() + " " + e.id())
                                .toList()));
        rules.put(
                "has-unique-step-ids",
                files -> Findings.join(
                        elements(files)
                                .filter(element -> !element.kind().equals("route"))
                                .flatMap(element -> repeated(element.where() + ": id", stepIds(element)).stream())
                                .toList(),
                        repeated(
                                "the id of a step",
                                routes(files)
                                        .flatMap(route -> stepIds(route).stream())
                                        .toList())));
        rules.put("names-no-step-like-a-route", files -> {
            var ids = routes(files).map(Element::id).collect(Collectors.toSet());
            return routes(files)
                    .flatMap(route -> route.steps().stream()
                            .filter(step -> ids.contains(step.id()))
                            .map(step -> route.at(step) + " has the id of a route"))
                    .toList();
        });
        rules.put(
                "names-its-direct-endpoint-like-itself",
                files -> unless(
                        routes(files),
                        route -> !route.from().scheme().equals("direct")
                                || route.from().endpoint().equals("direct:" + route.id()),
                        "listens to a direct endpoint of another name"));
        rules.put(
                "is-in-the-group-of-its-folder",
                files -> unless(
                        routes(files),
                        route -> text(route.yaml(), "group")
                                .equals(GROUPS.get(
                                        route.file().getParent().getFileName().toString())),
                        "is not in the group of its folder"));
        rules.put(
                "describes-itself-in-a-sentence",
                files -> unless(
                        routes(files),
                        route -> text(route.yaml(), "description").matches(SENTENCE),
                        "has no description like: Sends a notice to the payer"));
        rules.put(
                "notes-what-stopping-means",
                files -> unless(
                        routes(files),
                        route -> text(route.yaml(), "note").matches("(?s)Stop(ping)? this route.{10,200}\\."),
                        "has no note that says what stopping it means"));
        rules.put(
                "has-few-steps",
                files -> unless(
                        routes(files),
                        route -> route.steps().size() <= MOST_STEPS,
                        "has more than " + MOST_STEPS + " steps"));
        rules.put("describes-policies-and-operations", files -> elements(files)
                .flatMap(element -> described(element)
                        .filter(part -> text(part.yaml(), "description").isEmpty())
                        .map(part -> element.at(part) + " has no description"))
                .toList());
        return rules;
    }

    /** Everything in an element that operators see by its id: first the element itself. */
    private static Stream<Step> parts(Element element) {
        var parts = new ArrayList<Step>();
        parts.add(new Step(element.kind(), element.yaml()));
        if (element.kind().equals("route")) {
            parts.add(element.from());
        }
        parts.addAll(element.steps());
        parts.addAll(element.branches());
        parts.addAll(operations(element));
        parts.addAll(exceptions(element));
        return parts.stream();
    }

    private static List<String> stepIds(Element element) {
        return parts(element).skip(1).map(Step::id).filter(id -> !id.isEmpty()).toList();
    }

    private static Stream<Step> described(Element element) {
        return switch (element.kind()) {
            case "rest" -> operations(element).stream();
            case "routeConfiguration" ->
                Stream.concat(Stream.of(new Step(element.kind(), element.yaml())), exceptions(element).stream());
            default -> Stream.empty();
        };
    }

    /** What a rest element offers: a verb and a path each. */
    public static List<Step> operations(Element element) {
        return element.kind().equals("rest")
                ? element.yaml().entrySet().stream()
                        .filter(entry -> VERBS.contains(entry.getKey()))
                        .flatMap(entry -> RouteFile.list(entry.getValue()).stream()
                                .map(operation -> new Step(entry.getKey(), map(operation))))
                        .toList()
                : List.of();
    }

    static List<Step> exceptions(Element element) {
        return RouteFile.list(element.yaml().get("onException")).stream()
                .map(item -> new Step("onException", map(map(item).get("onException"))))
                .toList();
    }

    private static Stream<Element> elements(List<RouteFile> files) {
        return files.stream().flatMap(file -> file.elements().stream());
    }

    private static Stream<Element> routes(List<RouteFile> files) {
        return files.stream().flatMap(RouteFile::routes);
    }
}
