package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteNames;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI file of an API, held against the routes: what it says works, and it says all that works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenApiTests {

    protected final Sandbox sandbox = Sandbox.running();

    private final String name;
    private final OpenApiFile file;

    /** @param name of the API, as its file is called */
    protected OpenApiTests(String name) {
        this.name = name;
        this.file = OpenApiFile.read(Path.of("src/main/resources/openapi", name + ".yaml"));
    }

    /** Whether an operation, as {@code GET /a/{b}}, is one of the API. */
    protected abstract boolean covers(String operation);

    /** Operations of the API that are answered before a route is reached, as {@code GET /a/{}}. */
    protected Set<String> before() {
        return Set.of();
    }

    /** The header by which the operation knows its caller. */
    protected abstract String credential(OpenApiFile.Operation operation);

    /** The status of an answer to an example that was never sent before. */
    protected int success(OpenApiFile.Operation operation) {
        return operation.success();
    }

    /** Values of parameters, of things that are there and in the state that the operation needs. */
    protected abstract Map<String, String> values(OpenApiFile.Operation operation);

    /** Makes an example one that can be sent today, and again. */
    protected abstract void freshen(ObjectNode example, Map<String, String> values);

    @Test
    void theFileIsOpenApi() {
        var options = new ParseOptions();
        options.setResolve(true);

        var parsed = new OpenAPIV3Parser().readLocation(file.path().toString(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(8);
        assertThat(parsed.getOpenAPI().getWebhooks()).isNotEmpty();
    }

    @Test
    void everyRouteIsAnOperationAndEveryOperationARoute() {
        var operations = file.operations().stream()
                .collect(Collectors.toMap(OpenApiFile.Operation::shape, OpenApiFile.Operation::id));

        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void everyExampleKeepsToItsSchema() {
        assertThat(file.wrongExamples()).isEmpty();
    }

    @Test
    void theFileAndItsPageAreThereForEverybody() {
        var page = Http.get(sandbox.uri("/openapi/" + name));
        assertThat(page.body()).contains(name + ".yaml", "<title>" + title() + "</title>");
        for (var path :
                List.of(name, name + ".yaml", "parts/page.js", "parts/swagger-ui.css", "parts/swagger-ui-bundle.js")) {
            var reply = Http.get(sandbox.uri("/openapi/" + path));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(reply.body()).isNotBlank();
        }
    }

    @Test
    void nothingElseIsThere() {
        for (var path : List.of(name + ".html", "page.html", "x", "parts/" + name + ".yaml", "parts/page.html")) {
            assertThat(Http.get(sandbox.uri("/openapi/" + path)).status()).isEqualTo(404);
        }
        assertThat(Http.get(sandbox.uri("/openapi/parts/..%2Fapplication.yml")).status())
                .isIn(400, 404);
    }

    Stream<OpenApiFile.Operation> operations() {
        var routes = routes();
        return file.operations().stream().filter(operation -> routes.contains(operation.shape()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsGivenAsAnExampleWorks(OpenApiFile.Operation operation) {
        operation.bodies().forEach(body -> {
            var reply = send(operation, body);

            assertThat(reply.status()).as(body.name() + " " + reply.body()).isEqualTo(success(operation));
            if (reply.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
                assertThat(file.faults(operation, reply.status(), reply.json())).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutACredentialOnlyWhatIsOpenAnswers(OpenApiFile.Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());

        var reply = Http.send(operation.method().toUpperCase(Locale.ROOT), sandbox.uri(path), "");

        var isOpen = operation.yaml().path("security").isArray()
                && operation.yaml().path("security").isEmpty();
        assertThat(reply.status() == 401).isEqualTo(!isOpen);
        if (!isOpen) {
            assertThat(file.faults(operation, 401, reply.json())).isEmpty();
        }
    }

    /** Where the answer does not keep to what the file says of the operation. */
    protected final List<String> faults(OpenApiFile.Operation operation, Http.Reply reply) {
        return file.faults(operation, reply.status(), reply.json());
    }

    protected final String title() {
        return file.tree().at("/info/title").asText();
    }

    protected final String description() {
        return file.tree().at("/info/description").asText();
    }

    private Set<String> routes() {
        var routes = Stream.concat(
                        RouteFile.allIn(RouteFile.ROUTES).stream(),
                        RouteFile.allIn(RouteFile.MOCKS.resolve("service")).stream())
                .flatMap(RouteFile::rests)
                .flatMap(rest -> RouteNames.operations(rest).stream()
                        .map(operation -> operation.kind().toUpperCase(Locale.ROOT) + " "
                                + RouteFile.text(rest.yaml(), "path") + RouteFile.text(operation.yaml(), "path")))
                .filter(this::covers)
                .map(operation -> operation.replaceAll("\\{[^}]*}", "{}"));
        return Stream.concat(routes, before().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Http.Reply send(OpenApiFile.Operation operation, OpenApiFile.Body body) {
        var values = values(operation);
        var path = new StringBuilder(operation.path());
        var headers = new ArrayList<>(List.of("Content-Type", body.mediaType()));
        headers.addAll(List.of("Authorization", credential(operation)));
        for (var parameter : file.parameters(operation)) {
            var key = parameter.path("name").asText();
            var value = values.getOrDefault(key, parameter.path("example").asText());
            var in = parameter.path("in").asText();
            if (in.equals("path")) {
                path.replace(path.indexOf("{" + key), path.indexOf("{" + key) + key.length() + 2, value);
            } else if (in.equals("header") && !value.isEmpty()) {
                headers.addAll(List.of(key, value));
            } else if (!value.isEmpty()) {
                path.append(path.indexOf("?") < 0 ? "?" : "&").append(encoded(key) + "=" + encoded(value));
            }
        }
        return Http.send(
                operation.method().toUpperCase(Locale.ROOT),
                sandbox.uri(path.toString()),
                text(body.value(), values),
                headers.toArray(String[]::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String text(JsonNode example, Map<String, String> values) {
        if (example == null || example.isTextual()) {
            return example == null ? "" : example.textValue();
        }
        JsonNode body = example.deepCopy();
        Iterable<JsonNode> objects = body.isArray() ? body : List.of(body);
        objects.forEach(one -> freshen((ObjectNode) one, values));
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts this value in the place of another. */
    protected static void replace(ObjectNode object, String key, Object value) {
        if (object.has(key)) {
            object.put(key, String.valueOf(value));
        }
    }
}
