package io.caravan.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A YAML file of routes, as a tree. */
record RouteFile(Path path, String text, List<Element> elements) {

    private static final Set<String> BRANCHES = Set.of("when", "otherwise", "doCatch", "doFinally", "onFallback");

    /** The routes of the service. */
    static final Path ROUTES = Path.of("routes");

    /** The routes of the outside world. */
    static final Path MOCKS = Path.of("mock-endpoints");

    static List<RouteFile> allIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteFile of(Path file, String text) {
        List<Map<String, Object>> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new RouteFile(
                file,
                text,
                tree.stream()
                        .flatMap(element -> element.entrySet().stream())
                        .map(entry -> new Element(file, entry.getKey(), map(entry.getValue())))
                        .toList());
    }

    Stream<Element> routes() {
        return elements.stream().filter(element -> element.kind().equals("route"));
    }

    Stream<Element> configurations() {
        return elements.stream().filter(element -> element.kind().equals("routeConfiguration"));
    }

    Stream<Element> rests() {
        return elements.stream().filter(element -> element.kind().equals("rest"));
    }

    /** A top-level part of a file: a route, a rest, a routeConfiguration. */
    record Element(Path file, String kind, Map<String, Object> yaml) {

        String id() {
            return text(yaml, "id");
        }

        String where() {
            return file + ", " + kind + " " + id();
        }

        String at(Step step) {
            return where() + ", " + step.kind() + " " + step.id();
        }

        Step from() {
            return new Step("from", map(yaml.get("from")));
        }

        /** All steps at any depth, in the order in which they are written. */
        List<Step> steps() {
            var steps = new ArrayList<Step>();
            visit(yaml, (key, value) -> {
                if (key.equals("steps")) {
                    list(value)
                            .forEach(item -> map(item).forEach((kind, step) -> steps.add(new Step(kind, map(step)))));
                }
            });
            return steps;
        }

        /** The parts that hold steps and are none themselves: when, otherwise, doCatch. */
        List<Step> branches() {
            var branches = new ArrayList<Step>();
            visit(yaml, (key, value) -> {
                if (BRANCHES.contains(key)) {
                    (value instanceof List<?> many ? many : List.of(value))
                            .forEach(branch -> branches.add(new Step(key, map(branch))));
                }
            });
            return branches;
        }
    }

    /** One step of a route, or its beginning. */
    record Step(String kind, Map<String, Object> yaml) {

        String id() {
            return text(yaml, "id");
        }

        /** The endpoint as one text: the uri, and what stands in the place of its path. */
        String endpoint() {
            var uri = text(yaml, "uri");
            var parameters = map(yaml.get("parameters"));
            return Stream.of("name", "timerName", "httpUri", "destinationName", "triggerName")
                    .map(parameters::get)
                    .filter(value -> value != null)
                    .findFirst()
                    .map(name -> uri + ":" + name)
                    .orElse(uri);
        }

        String scheme() {
            return text(yaml, "uri").replaceFirst(":.*", "");
        }

        boolean isSend() {
            return kind.equals("to") || kind.equals("toD") || kind.equals("wireTap");
        }
    }

    /** Calls the visitor with every key and its value, at any depth. */
    static void visit(Object node, BiConsumer<String, Object> visitor) {
        if (node instanceof List<?> list) {
            list.forEach(item -> visit(item, visitor));
        }
        map(node).forEach((key, value) -> {
            visitor.accept(key, value);
            visit(value, visitor);
        });
    }

    static String text(Map<String, Object> yaml, String key) {
        return Optional.ofNullable(yaml.get(key)).map(Object::toString).orElse("");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return node instanceof Map ? (Map<String, Object>) node : Map.of();
    }

    static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }
}
