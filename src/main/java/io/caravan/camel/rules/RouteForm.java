package io.caravan.camel.rules;

import static io.caravan.camel.rules.RouteFile.map;
import static io.caravan.camel.rules.RouteFile.visit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.caravan.camel.rules.RouteRules.Rule;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.CommentEvent;

/** The form in which YAML is written, so that Kaoto can edit it and nothing hides in it. */
final class RouteForm {

    private static final int LONGEST_FILE = 300;

    private static final Set<String> LANGUAGES =
            Set.of("simple", "constant", "method", "exchangeProperty", "header", "tokenize");

    private static final Set<String> SCRIPTS = Set.of(
            "groovy",
            "js",
            "javaScript",
            "mvel",
            "ognl",
            "python",
            "joor",
            "java",
            "csimple",
            "jq",
            "jsonpath",
            "xpath",
            "xquery",
            "spel",
            "script",
            "wasm",
            "datasonnet");

    private static final Set<String> TOP_LEVEL = Set.of("route", "rest", "routeConfiguration", "restConfiguration");

    private static final Set<String> WITH_EXPRESSION = Set.of(
            "setBody",
            "setHeader",
            "setProperty",
            "setVariable",
            "filter",
            "when",
            "split",
            "loop",
            "validate",
            "transform",
            "recipientList",
            "delay",
            "throttle",
            "idempotentConsumer",
            "onWhen");

    private static final Pattern SQL = Pattern.compile(
            "\\b(select\\s.+\\sfrom|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern CLASS_NAME =
            Pattern.compile("#(class|type|bean:type):|\\$\\{(bean:type|groovy|js|mvel|ognl|joor)\\b");

    private static final ObjectMapper JSON = new ObjectMapper();

    private RouteForm() {}

    static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        rules.put("follows-the-schema", files -> each(files, RouteForm::againstSchema));
        rules.put("has-no-comments", files -> each(files, RouteForm::comments));
        rules.put(
                "is-short",
                files -> each(
                        files,
                        file -> file.text().lines().count() > LONGEST_FILE
                                ? List.of(file.path() + " is longer than " + LONGEST_FILE + " lines")
                                : List.of()));
        rules.put(
                "holds-routes-and-their-policies",
                files -> each(files, file -> file.elements().stream()
                        .filter(element -> !TOP_LEVEL.contains(element.kind()))
                        .map(RouteFile.Element::where)
                        .toList()));
        rules.put(
                "keeps-options-apart-from-uris",
                files -> values(
                        files,
                        (key, value) -> key.equals("uri") && value.toString().contains("?")));
        rules.put(
                "names-no-classes",
                files -> values(
                        files,
                        (key, value) -> key.equals("beanType")
                                || key.equals("uri") && value.toString().startsWith("class:")
                                || value instanceof String text
                                        && CLASS_NAME.matcher(text).find()));
        rules.put("has-no-scripts", files -> values(files, (key, value) -> SCRIPTS.contains(key)));
        rules.put(
                "writes-expressions-out",
                files -> values(
                        files,
                        (key, value) -> WITH_EXPRESSION.contains(key) && isShort(value)
                                || LANGUAGES.contains(key)
                                        && value instanceof String
                                        && !key.equals("method")
                                        && !key.equals("header")));
        rules.put(
                "has-no-sql",
                files -> values(
                        files,
                        (key, value) ->
                                key.equals("uri") && value.toString().matches("(sql|jdbc|sql-stored|mybatis|jpa)(:.*)?")
                                        || !Set.of("description", "note").contains(key)
                                                && value instanceof String text
                                                && SQL.matcher(text).find()));
        return rules;
    }

    private static boolean isShort(Object eip) {
        var items = eip instanceof List<?> list ? list : List.of(eip);
        return items.stream()
                .anyMatch(item -> LANGUAGES.stream().anyMatch(map(item)::containsKey) || item instanceof String);
    }

    private interface Suspicion {
        boolean about(String key, Object value);
    }

    private static List<String> values(List<RouteFile> files, Suspicion suspicion) {
        return each(files, file -> {
            var found = new ArrayList<String>();
            file.elements().forEach(element -> {
                visit(element.yaml(), (key, value) -> {
                    if (suspicion.about(key, value)) {
                        found.add(element.where() + ": " + key + ": " + value);
                    }
                });
            });
            return found;
        });
    }

    private static List<String> each(List<RouteFile> files, java.util.function.Function<RouteFile, List<String>> rule) {
        return files.stream().flatMap(file -> rule.apply(file).stream()).toList();
    }

    private static List<String> againstSchema(RouteFile file) {
        Object tree =
                new Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor(new LoaderOptions())).load(file.text());
        return Schema.OF_CAMEL.validate(JSON.valueToTree(tree)).stream()
                .map(message -> file.path() + ": " + message.getMessage())
                .toList();
    }

    private static List<String> comments(RouteFile file) {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        Predicate<Object> isComment = event -> event instanceof CommentEvent comment
                && comment.getCommentType() != org.yaml.snakeyaml.comments.CommentType.BLANK_LINE;
        return StreamSupport.stream(
                        new Yaml(options).parse(new StringReader(file.text())).spliterator(), false)
                .filter(isComment)
                .map(event -> file.path() + ", line " + (event.getStartMark().getLine() + 1) + " is a comment")
                .toList();
    }

    /** Large, and read when it is needed. */
    private static final class Schema {

        private static final JsonSchema OF_CAMEL = read();

        private static JsonSchema read() {
            try (var schema = RouteForm.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
