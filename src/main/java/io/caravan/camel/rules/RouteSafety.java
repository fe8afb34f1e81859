package io.caravan.camel.rules;

import static io.caravan.camel.rules.Findings.unless;
import static io.caravan.camel.rules.Findings.unlessAll;
import static io.caravan.camel.rules.RouteFile.map;
import static io.caravan.camel.rules.RouteFile.text;
import static io.caravan.camel.rules.RouteFile.visit;

import io.caravan.camel.rules.RouteFile.Element;
import io.caravan.camel.rules.RouteFile.Step;
import io.caravan.camel.rules.RouteRules.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps routes from losing messages, from calling what is not there, and from being steered by callers. */
final class RouteSafety {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Set<String> IN_PROCESS = Set.of("direct", "seda");

    private RouteSafety() {}

    static Map<String, Rule> rules(Surroundings surroundings) {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("calls-beans-that-exist", files -> {
            var found = new ArrayList<String>();
            elements(files)
                    .forEach(element -> visit(element.yaml(), (key, value) -> {
                        var isBean = key.equals("bean") || key.equals("method") && value instanceof Map;
                        var call = map(value);
                        if (isBean
                                && !call.containsKey("beanType")
                                && !canCall(surroundings, text(call, "ref"), text(call, "method"))) {
                            found.add(element.where() + ": no bean " + text(call, "ref") + " with "
                                    + text(call, "method"));
                        }
                        var isReference = key.equals("ref")
                                || value instanceof String text && text.matches("#[A-Za-z][A-Za-z0-9]*");
                        if (isReference
                                && surroundings
                                        .bean(value.toString().replaceFirst("^#", ""))
                                        .isEmpty()) {
                            found.add(element.where() + ": no bean " + value);
                        }
                    }));
            return found;
        });
        rules.put("uses-settings-that-exist", files -> {
            var found = new ArrayList<String>();
            elements(files)
                    .forEach(element -> visit(element.yaml(), (key, value) -> {
                        if (value instanceof String text) {
                            PLACEHOLDER
                                    .matcher(text)
                                    .results()
                                    .map(match -> match.group(1))
                                    .filter(name -> !name.startsWith("caravan.")
                                            || surroundings.setting(name).isEmpty())
                                    .forEach(name -> found.add(element.where() + ": no setting " + name));
                        }
                    }));
            return found;
        });
        rules.put("sends-to-routes-that-exist", files -> {
            var listening = routes(files).map(route -> route.from().endpoint()).collect(Collectors.toSet());
            var rests = unless(
                    files.stream().flatMap(RouteFile::rests),
                    rest -> RouteNames.operations(rest).stream()
                            .allMatch(operation -> listening.contains(text(operation.yaml(), "to"))),
                    "leads to a route that does not exist");
            var steps = unlessAll(
                    elements(files),
                    (element, step) -> !step.isSend()
                            || !IN_PROCESS.contains(step.scheme())
                            || leads(resolved(surroundings, step.endpoint()), listening),
                    "leads to a route that does not exist");
            return Findings.join(rests, steps);
        });
        rules.put("leaves-errors-to-a-policy", files -> {
            var policies = configurations(files).map(Element::id).collect(Collectors.toSet());
            return unless(
                    routes(files),
                    route -> !route.yaml().containsKey("onException")
                            && (!route.yaml().containsKey("errorHandler") || isDeadLetter(route))
                            && (!needsPolicy(route) || policies.contains(text(route.yaml(), "routeConfigurationId"))),
                    "has no routeConfigurationId of a policy that exists, or errors handled by itself");
        });
        rules.put("does-not-answer-from-a-dead-letter-queue", files -> {
            var parking = configurations(files)
                    .filter(policy -> !deadLetterChannel(policy).isEmpty())
                    .map(Element::id)
                    .collect(Collectors.toSet());
            return unless(
                    routes(files).filter(route -> text(route.yaml(), "group").equals("api")),
                    route -> !parking.contains(text(route.yaml(), "routeConfigurationId")),
                    "would answer 200 to work that has failed");
        });
        rules.put(
                "does-not-lose-what-cannot-be-parked",
                files -> unless(
                        configurations(files)
                                .filter(policy -> !deadLetterChannel(policy).isEmpty()),
                        policy -> text(deadLetterChannel(policy), "deadLetterHandleNewException")
                                .equals("false"),
                        "lacks deadLetterHandleNewException: false"));
        rules.put(
                "parks-messages-as-they-came",
                files -> unless(
                        configurations(files).filter(policy -> text(deadLetterChannel(policy), "useOriginalMessage")
                                .equals("true")),
                        policy -> RouteNames.exceptions(policy).stream()
                                .allMatch(exception -> text(exception.yaml(), "useOriginalMessage")
                                        .equals("true")),
                        "has an onException without useOriginalMessage: true"));
        rules.put("forgets-headers-before-http", files -> routes(files)
                .flatMap(route ->
                        steeredByCallers(route).map(step -> route.at(step) + " sends with the caller's headers"))
                .toList());
        return rules;
    }

    /** HTTP steps before which the headers that came have not been removed. */
    private static Stream<Step> steeredByCallers(Element route) {
        var found = new ArrayList<Step>();
        var clean = false;
        for (var step : route.steps()) {
            clean |= step.kind().equals("removeHeaders")
                    && Set.of("*", "CamelHttp*", "Camel*").contains(text(step.yaml(), "pattern"))
                    && !step.yaml().containsKey("excludePattern");
            if (step.isSend() && step.scheme().matches("https?") && !clean) {
                found.add(step);
            }
        }
        return found.stream();
    }

    private static boolean needsPolicy(Element route) {
        return route.from().scheme().equals("jms")
                || text(route.yaml(), "group").equals("api")
                || route.yaml().containsKey("routeConfigurationId");
    }

    private static boolean isDeadLetter(Element route) {
        return text(route.yaml(), "group").equals("dead-letter");
    }

    private static Map<String, Object> deadLetterChannel(Element policy) {
        return map(map(policy.yaml().get("errorHandler")).get("deadLetterChannel"));
    }

    private static boolean canCall(Surroundings surroundings, String bean, String call) {
        return surroundings.bean(bean).filter(new BeanCall(call)::fits).isPresent();
    }

    /** What is known only at the time of the call may be any name. */
    private static boolean leads(String endpoint, Set<String> listening) {
        var like = Pattern.compile(Arrays.stream(endpoint.split("\\$\\{[^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[a-z0-9-]+")));
        return listening.stream().anyMatch(like.asMatchPredicate());
    }

    /** With the settings that it names. */
    private static String resolved(Surroundings surroundings, String endpoint) {
        return PLACEHOLDER
                .matcher(endpoint)
                .replaceAll(match -> Matcher.quoteReplacement(
                        surroundings.setting(match.group(1)).orElse("")));
    }

    private static Stream<Element> elements(List<RouteFile> files) {
        return files.stream().flatMap(file -> file.elements().stream());
    }

    private static Stream<Element> routes(List<RouteFile> files) {
        return files.stream().flatMap(RouteFile::routes);
    }

    private static Stream<Element> configurations(List<RouteFile> files) {
        return files.stream().flatMap(RouteFile::configurations);
    }
}
