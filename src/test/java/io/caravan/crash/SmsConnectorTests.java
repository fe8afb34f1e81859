package io.caravan.crash;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PausingRoutes;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The connector that docs/connectors.md adds, and a gateway as it describes one. */
@OwnProcesses
class SmsConnectorTests {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate TODAY = LocalDate.now(COPENHAGEN);
    private static final Path PAGE = Path.of("docs/connectors.md");
    private static final String FILE = "channel/sms-example.camel.yaml";
    private static final Pattern SHOWN = Pattern.compile("(?s)```yaml\\n(- route:.*?)```");
    private static final String HELD =
            """
            - delay:
                id: never-record
                expression:
                  constant:
                    expression: "600000"
            """;

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @TempDir
    Path folder;

    @Test
    void thePageShowsTheFileAsItIs() throws IOException {
        assertThat(shown()).isEqualTo(Files.readString(Path.of("routes").resolve(FILE)));
    }

    /** It is killed when the gateway has the SMS, and before that is written down. */
    @Test
    void whatThePageShowsSendsAnSms() throws Exception {
        GATEWAY.stubFor(
                post("/v2/messages").willReturn(okJson("{\"result\":\"accepted\",\"messages\":[{\"id\":\"m-1\"}]}")));
        var held = new PausingRoutes(Files.createDirectory(folder.resolve("held"))).with(HELD, "record-sms");
        var whole = new PausingRoutes(Files.createDirectory(folder.resolve("whole")));
        for (var routes : List.of(held, whole)) {
            Files.delete(routes.folder().resolve(FILE));
            Files.writeString(routes.folder().resolve(FILE), shown());
        }
        try (var service = new ServiceProcess(folder, settings())) {
            service.withRoutes(held.folder()).start();
            remind(service);
            await().until(() -> !sent().isEmpty());
            service.kill();
            int before = sent().size();
            letLeaseLapse();
            service.withRoutes(whole.folder()).start();
            await().until(() -> sent().size() > before);
            await().untilAsserted(() -> assertThat(metrics(service)).contains("gateway=\"example\"} 1.0"));
        }

        GATEWAY.verify(
                moreThanOrExactly(2),
                postRequestedFor(urlEqualTo("/v2/messages"))
                        .withHeader("X-Api-Key", equalTo("secret"))
                        .withRequestBody(matchingJsonPath("$.to[0]", equalTo("4571000700")))
                        .withRequestBody(matchingJsonPath("$.from", equalTo("Caravan")))
                        .withRequestBody(matchingJsonPath("$.report", equalTo("true"))));
        assertThat(sent())
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(sent().get(0).getBodyAsString());
        assertThat(state()).isEqualTo("SENT example m-1");
    }

    private Map<String, String> settings() {
        var mockPort = Ports.free();
        return Map.of(
                "caravan.sandbox.demo",
                "false",
                "caravan.mock.port",
                String.valueOf(mockPort),
                "caravan.mock.url",
                "http://127.0.0.1:" + mockPort,
                "caravan.channel.sms.response-timeout",
                "8000",
                "caravan.channel.sms.first",
                "sms-example",
                "caravan.channel.sms.example.url",
                GATEWAY.baseUrl() + "/v2/messages",
                "caravan.channel.sms.example.key",
                "secret");
    }

    private static void remind(ServiceProcess service) {
        var body = MerchantClient.body("+4571000700", "sms-1")
                .replaceFirst("(\"DueDate\": \")[0-9-]+", "$1" + TODAY.plusDays(2));
        assertThat(new MerchantClient(service::uri).post("/invoices", body).status())
                .isEqualTo(202);
        await().until(() ->
                Http.get(service.uri("/mock/wallet/%2B4571000700")).json().size() == 1);
        var halfPastOne = TODAY.plusDays(1).atTime(13, 30).atZone(COPENHAGEN).toInstant();
        assertThat(Http.send("POST", service.uri("/mock/clock"), "{\"now\": \"" + halfPastOne + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private static List<LoggedRequest> sent() {
        return GATEWAY.findAll(postRequestedFor(anyUrl()));
    }

    private void letLeaseLapse() throws SQLException {
        try (var database = DriverManager.getConnection(database(), "sa", "");
                var statement = database.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update notice set due_at = timestamp '2026-01-01 00:00:00' where state = 'SENDING'"))
                    .isEqualTo(1);
        }
    }

    private String state() throws SQLException {
        try (var database = DriverManager.getConnection(database(), "sa", "");
                var statement = database.createStatement();
                var row = statement.executeQuery("select state || ' ' || gateway || ' ' || gateway_id from sms")) {
            row.next();
            return row.getString(1);
        }
    }

    private String database() {
        return "jdbc:h2:file:" + folder.toAbsolutePath() + "/data/caravan;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    }

    private static String metrics(ServiceProcess service) {
        return Http.get(service.managementUri("/actuator/prometheus"), "Authorization", "Basic b3BzOm9wcy1zYW5kYm94")
                .body();
    }

    private static String shown() throws IOException {
        var file = SHOWN.matcher(Files.readString(PAGE));
        assertThat(file.find()).isTrue();
        return file.group(1);
    }
}
