package io.caravan.camel.rules;

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
public record RouteFile(Path path, String text, List<Element> elements) {

    private static final Set<String> BRANCHES = Set.of("when", "otherwise", "doCatch", "doFinally", "onFallback");

    /** The routes of the service. */
    public static final Path ROUTES = Path.of("routes");

    /** The routes of the outside world. */
    public static final Path MOCKS = Path.of("mock-endpoints");

    /** All below a folder, in the order of their paths. */
    public static List<RouteFile> allIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RouteFile read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RuntimeException if the text is no YAML, or none of the kind that routes are written in */
    public static RouteFile of(Path file, String text) {
        List<Map<String, Object>> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        visit(tree, (key, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("There is nothing at '" + key + "'");
            }
        });
        return new RouteFile(
                file,
                text,
                tree.stream()
                        .flatMap(element -> element.entrySet().stream())
                        .map(entry -> new Element(file, entry.getKey(), map(entry.getValue())))
                        .toList());
    }

    public Stream<Element> routes() {
        return elements.stream().filter(element -> element.kind().equals("route"));
    }

    public Stream<Element> configurations() {
        return elements.stream().filter(element -> element.kind().equals("routeConfiguration"));
    }

    public Stream<Element> rests() {
        return elements.stream().filter(element -> element.kind().equals("rest"));
    }

    /** A top-level part of a file: a route, a rest, a routeConfiguration. */
    public record Element(Path file, String kind, Map<String, Object> yaml) {

        public String id() {
            return text(yaml, "id");
        }

        public String where() {
            return file + ", " + kind + " " + id();
        }

        public String at(Step step) {
            return where() + ", " + step.kind() + " " + step.id();
        }

        public Step from() {
            return new Step("from", map(yaml.get("from")));
        }

        /** All steps at any depth, in the order in which they are written. */
        public List<Step> steps() {
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
        public List<Step> branches() {
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
    public record Step(String kind, Map<String, Object> yaml) {

        public String id() {
            return text(yaml, "id");
        }

        /** The endpoint as one text: the uri, and what stands in the place of its path. */
        public String endpoint() {
            var uri = text(yaml, "uri");
            var parameters = map(yaml.get("parameters"));
            return Stream.of("name", "timerName", "httpUri", "destinationName", "triggerName")
                    .map(parameters::get)
                    .filter(value -> value != null)
                    .findFirst()
                    .map(name -> uri + ":" + name)
                    .orElse(uri);
        }

        public String scheme() {
            return text(yaml, "uri").replaceFirst(":.*", "");
        }

        public boolean isSend() {
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

    /** A value as a text; without one, the empty text. */
    public static String text(Map<String, Object> yaml, String key) {
        return Optional.ofNullable(yaml.get(key)).map(Object::toString).orElse("");
    }

    /** A node if it is a map; else the empty map. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object node) {
        return node instanceof Map ? (Map<String, Object>) node : Map.of();
    }

    /** A node if it is a list; else the empty list. */
    public static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }
}
