package io.caravan.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An OpenAPI file, its operations and what they say. */
record OpenApiFile(Path path, JsonNode tree) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static OpenApiFile read(Path path) {
        try {
            return new OpenApiFile(path, YAML.readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation, with the parameters of its path. */
    record Operation(String method, String path, JsonNode item, JsonNode yaml) {

        String id() {
            return yaml.path("operationId").asText();
        }

        /** As {@code GET /a/{}/b}. */
        String shape() {
            return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        /** The status with which it answers when all is well. */
        int success() {
            return names(yaml.path("responses"))
                    .mapToInt(Integer::parseInt)
                    .min()
                    .orElseThrow();
        }

        /** The bodies that are given as examples; one empty body if it has none. */
        List<Body> bodies() {
            var bodies = yaml.path("requestBody").path("content").properties().stream()
                    .flatMap(content -> examples(content.getValue()).entrySet().stream()
                            .map(example -> new Body(example.getKey(), content.getKey(), example.getValue())))
                    .toList();
            return bodies.isEmpty() ? List.of(new Body("", "application/json", null)) : bodies;
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /**
     * A body that is given as an example.
     *
     * @param value text unless the media type is JSON; null for none
     */
    record Body(String name, String mediaType, JsonNode value) {}

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        tree.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(
                        new Operation(entry.getKey(), path.getKey(), path.getValue(), entry.getValue()))));
        return operations;
    }

    /** The parameters of an operation and of its path, references followed. */
    List<JsonNode> parameters(Operation operation) {
        return Stream.of(operation.item(), operation.yaml())
                .flatMap(node -> StreamSupport.stream(node.path("parameters").spliterator(), false))
                .map(this::followed)
                .toList();
    }

    /** What is wrong with this answer to the operation, by the schema of the file; empty if it has none for it. */
    List<String> faults(Operation operation, int status, JsonNode answer) {
        var content = followed(operation.yaml().path("responses").path(String.valueOf(status)))
                .path("content")
                .path("application/json");
        return content.has("schema") ? faults(content.path("schema"), answer) : List.of();
    }

    /** All examples of the file that do not keep to the schema beside them. */
    List<String> wrongExamples() {
        var wrong = new ArrayList<String>();
        visit(tree, "", wrong);
        return wrong;
    }

    private void visit(JsonNode node, String where, List<String> wrong) {
        if (node.has("schema") && (node.has("example") || node.has("examples"))) {
            examples(node).forEach((name, example) -> faults(node.path("schema"), example)
                    .forEach(fault -> wrong.add(where + " " + name + ": " + fault)));
        }
        node.properties().forEach(entry -> visit(entry.getValue(), where + "/" + entry.getKey(), wrong));
        if (node.isArray()) {
            node.forEach(item -> visit(item, where, wrong));
        }
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", tree.path("components"));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(message -> message.getMessage())
                .toList();
    }

    private JsonNode followed(JsonNode node) {
        return Optional.ofNullable(node.get("$ref"))
                .map(reference -> tree.at(reference.asText().substring(1)))
                .orElse(node);
    }

    private static Map<String, JsonNode> examples(JsonNode content) {
        var examples = new LinkedHashMap<String, JsonNode>();
        if (content.has("example")) {
            examples.put("", content.path("example"));
        }
        content.path("examples")
                .properties()
                .forEach(example ->
                        examples.put(example.getKey(), example.getValue().path("value")));
        return examples;
    }

    private static Stream<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey);
    }
}
