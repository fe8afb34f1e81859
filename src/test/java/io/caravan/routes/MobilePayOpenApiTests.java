package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.SandboxLinks;
import io.caravan.support.WalletClient;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI file of MobilePay, held against the routes: what it says works, and it says all that works. */
class MobilePayOpenApiTests {

    private static final OpenApiFile FILE = OpenApiFile.read(Path.of("src/main/resources/openapi/mobilepay.yaml"));
    private static final AtomicInteger PHONES = new AtomicInteger();

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    private final String wallet = MerchantClient.token(sandbox::uri, "sandbox-wallet", "sandbox-wallet-secret");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));

    @Test
    void theFileIsOpenApi() {
        var options = new ParseOptions();
        options.setResolve(true);

        var parsed = new OpenAPIV3Parser().readLocation(FILE.path().toString(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(10);
        assertThat(parsed.getOpenAPI().getWebhooks()).containsOnlyKeys("invoiceEvents");
    }

    @Test
    void everyRouteIsAnOperationAndEveryOperationARoute() {
        var operations = FILE.operations().stream()
                .collect(Collectors.toMap(OpenApiFile.Operation::shape, OpenApiFile.Operation::id));

        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void everyExampleKeepsToItsSchema() {
        assertThat(FILE.wrongExamples()).isEmpty();
    }

    @Test
    void theFileNamesAllCodes() {
        var description = FILE.tree().path("info").path("description").asText();

        assertThat(description)
                .contains(
                        "10008", "10101", "10102", "10104", "10201", "10202", "10203", "10303", "10310", "10311",
                        "10312", "10314", "10504", "10505", "10506", "10507");
    }

    static Stream<OpenApiFile.Operation> operations() {
        var routes = routes();
        return FILE.operations().stream().filter(operation -> routes.contains(operation.shape()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsGivenAsAnExampleWorks(OpenApiFile.Operation operation) {
        operation.bodies().forEach((name, body) -> {
            var reply = send(operation, body);

            assertThat(reply.status()).as(name + " " + reply.body()).isEqualTo(operation.success());
            if (reply.body().startsWith("{")) {
                assertThat(FILE.faults(operation, reply.status(), reply.json())).isEmpty();
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
            assertThat(FILE.faults(operation, 401, reply.json())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/mobilepay",
                "/openapi/mobilepay.yaml",
                "/openapi/parts/page.js",
                "/openapi/parts/swagger-ui.css",
                "/openapi/parts/swagger-ui-bundle.js"
            })
    void theFileAndItsPageAreThereForEverybody(String path) {
        var reply = Http.get(sandbox.uri(path));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(reply.body()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilepay.yaml", "page.html", "..%2Fapplication.yml", "swagger-ui.js", "x"})
    void nothingElseIsThere(String part) {
        assertThat(Http.get(sandbox.uri("/openapi/parts/" + part)).status()).isIn(400, 404);
    }

    private static Set<String> routes() {
        return Stream.concat(
                        RouteFile.allIn(RouteFile.ROUTES).stream(),
                        RouteFile.allIn(RouteFile.MOCKS.resolve("service")).stream())
                .flatMap(RouteFile::rests)
                .flatMap(rest -> RouteNames.operations(rest).stream()
                        .map(operation -> operation.kind().toUpperCase(Locale.ROOT) + " "
                                + RouteFile.text(rest.yaml(), "path") + RouteFile.text(operation.yaml(), "path")))
                .filter(operation -> operation.contains(" /api/v1/") && !operation.contains(" /api/v1/callbacks"))
                .map(operation -> operation.replaceAll("\\{[^}]*}", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Http.Reply send(OpenApiFile.Operation operation, JsonNode body) {
        var values = values(operation);
        var path = new StringBuilder(operation.path());
        var headers = new ArrayList<>(List.of("Content-Type", "application/json", "Authorization"));
        headers.add("Bearer " + (operation.path().contains("/consumers/") ? wallet : token));
        for (var parameter : FILE.parameters(operation)) {
            var name = parameter.path("name").asText();
            var value = values.getOrDefault(name, parameter.path("example").asText());
            switch (parameter.path("in").asText()) {
                case "path" ->
                    path.replace(path.indexOf("{" + name), path.indexOf("{" + name) + name.length() + 2, value);
                case "header" -> {
                    if (!value.isEmpty()) {
                        headers.addAll(List.of(name, value));
                    }
                }
                default -> {
                    if (!value.isEmpty()) {
                        path.append(path.indexOf("?") < 0 ? "?" : "&")
                                .append(name)
                                .append("=")
                                .append(value);
                    }
                }
            }
        }
        return Http.send(
                operation.method().toUpperCase(Locale.ROOT),
                sandbox.uri(path.toString()),
                body == null ? "" : text(body, values),
                headers.toArray(String[]::new));
    }

    /** Things that are there, and in the state that the operation needs, for a payer of their own. */
    private Map<String, String> values(OpenApiFile.Operation operation) {
        var phone = "+4571620%03d".formatted(PHONES.incrementAndGet());
        var values = new HashMap<String, String>();
        values.put("phone", phone);
        values.put("AuthenticatedUser", WalletClient.idOf(phone));
        if (operation.path().endsWith("/link")) {
            values.put("invoiceId", SandboxLinks.aLink(sandbox));
        } else if (operation.path().contains("onsent")) {
            var link = SandboxLinks.aLink(sandbox);
            values.put("link", link);
            if (operation.path().contains("{consentId}")) {
                values.put("consentId", consent(link));
            }
            if (operation.path().contains("/consumers/")) {
                WalletClient.payAt(sandbox::uri, phone, link);
            }
        } else if (operation.path().contains("{invoiceId}")) {
            values.put("invoiceId", merchant.invoice(phone, "openapi-" + UUID.randomUUID()));
        }
        return values;
    }

    private String consent(String link) {
        var reply = Http.send(
                "POST",
                sandbox.uri("/api/v1/directinvoiceconsents"),
                "{\"invoiceId\":\"" + link + "\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        return reply.json().path("ConsentId").asText();
    }

    /** The example, with days that lie right and numbers that are new. */
    private String text(JsonNode example, Map<String, String> values) {
        JsonNode body = example.deepCopy();
        Iterable<JsonNode> objects = body.isArray() ? body : List.of(body);
        objects.forEach(one -> {
            var object = (ObjectNode) one;
            replace(object, "IssueDate", today.minusDays(2));
            replace(object, "DueDate", today.plusDays(30));
            replace(object, "PaymentDate", today.plusDays(1));
            replace(object, "InvoiceNumber", "openapi-" + UUID.randomUUID());
            replace(object, "InvoiceId", values.get("link"));
            if (object.path("ConsumerAlias") instanceof ObjectNode alias) {
                replace(alias, "Alias", values.get("phone"));
            }
        });
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replace(ObjectNode object, String key, Object value) {
        if (object.has(key)) {
            object.put(key, String.valueOf(value));
        }
    }
}
