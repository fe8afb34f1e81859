package io.caravan.crash;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.support.ConsoleClient;
import io.caravan.support.Http;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PausingRoutes;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.SignedWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The second bank that docs/connectors.md adds, from its file to the refund, and a bank as that page describes one. */
@OwnProcesses
class BankConnectorTests {

    private static final String SECRET = "whsec_bm9ydGhiYW5rOiBhIHNlY3JldCBvZiBpdHMgb3du";
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxDK00000001:key-dk".getBytes(StandardCharsets.UTF_8));
    private static final String SERVICE =
            """
            {"code": "%1$s_transfer_eur", "method": "%1$s_transfer", "kind": "bank-transfer", "currency": "EUR",
             "smallest": 1, "largest": 1000, "provider": "%1$s", "asksProvider": true,
             "confirmation": [{"key": "confirm_number", "regexp": "^.{1,100}$"}]}
            """;

    @RegisterExtension
    static final WireMockExtension BANK = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().globalTemplating(true))
            .build();

    @TempDir
    Path folder;

    @Test
    void aBankIsAddedByItsFileAndASetup() throws IOException {
        stubBank();
        var routes = new PausingRoutes(Files.createDirectory(folder.resolve("routes"))).folder();
        var example = Files.readString(routes.resolve("channel/bank-example.camel.yaml"));
        Files.writeString(routes.resolve("channel/northbank.camel.yaml"), example.replace("bank-example", "northbank"));
        try (var service =
                new ServiceProcess(folder, settings()).withRoutes(routes).start()) {
            setUp(service);

            assertThat(create(service, "nowhere").status()).isEqualTo(503);
            assertThat(Files.readString(service.log()))
                    .contains("No route leads to the provider nowhere of the service nowhere_transfer_eur");
            var paid = created(service);
            confirmed(service, paid);
            paidByItsOwnBankAlone(service, paid);
            givenBack(service, paid);
            paidWithoutAReport(service, created(service));
        }
    }

    private static void stubBank() {
        BANK.stubFor(
                post("/v1/expectations")
                        .willReturn(
                                okJson(
                                        """
                                        {"remittance": "{{jsonPath request.body '$.remittance'}}",
                                         "account": {"beneficiary_name": "A shop", "iban": "FI2112345600000785"}}""")));
        BANK.stubFor(post("/v1/claims").willReturn(status(204)));
        BANK.stubFor(get(urlPathEqualTo("/v1/credits")).willReturn(okJson("{\"credits\": []}")));
        BANK.stubFor(
                post("/v1/returns")
                        .willReturn(
                                okJson(
                                        """
                                        {"externalId": "{{jsonPath request.body '$.externalId'}}", "returnId": "r-1",
                                         "entryId": "{{jsonPath request.body '$.entryId'}}", "state": "BOOKED",
                                         "returned": {"value": "2.50", "currency": "EUR"}}""")));
    }

    private static void setUp(ServiceProcess service) {
        var console = new ConsoleClient(service::managementUri).signedIn();
        var json = "{\"services\": [" + SERVICE.formatted("northbank") + "," + SERVICE.formatted("nowhere") + "]}";
        var done = console.follow(console.post(
                "setup-json", "setup-apply", "once", UUID.randomUUID().toString(), "json", json));
        assertThat(done.body()).contains("2 created");
    }

    private static JsonNode created(ServiceProcess service) {
        var reply = create(service, "northbank");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var created = reply.json().get("data");
        assertThat(created.at("/attributes/flow_data/requisites/iban").asText()).isEqualTo("FI2112345600000785");
        BANK.verify(postRequestedFor(urlEqualTo("/v1/expectations"))
                .withHeader("X-Api-Key", equalTo("a key"))
                .withRequestBody(matchingJsonPath("$.remittance", equalTo(reference(created))))
                .withRequestBody(matchingJsonPath("$.expected.value", equalTo("12.30"))));
        return created;
    }

    private static void confirmed(ServiceProcess service, JsonNode created) {
        var reply = Http.send(
                "POST",
                service.uri("/payment-invoices/" + created.get("id").asText() + "/confirm"),
                "{\"payload\": {\"confirm_number\": \"17\"}}",
                "Content-Type",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        await().untilAsserted(() -> BANK.verify(postRequestedFor(urlEqualTo("/v1/claims"))
                .withRequestBody(matchingJsonPath("$.remittance", equalTo(reference(created))))
                .withRequestBody(matchingJsonPath("$.said.confirm_number", equalTo("17")))));
    }

    private static void paidByItsOwnBankAlone(ServiceProcess service, JsonNode created) {
        var ours =
                "{\"id\": \"trf_1\", \"reference\": \"%s\", \"amount\": 12.30, \"currency\": \"EUR\", \"sender\": \"x\"}"
                        .formatted(reference(created));
        assertThat(report(service, "bank", SignedWebhook.BANK_SECRET, ours)).isEqualTo(202);
        assertThat(report(service, "northbank", SignedWebhook.BANK_SECRET, credit(created)))
                .isEqualTo(401);
        assertThat(report(service, "bank-example", SignedWebhook.BANK_SECRET, credit(created)))
                .isEqualTo(401);
        assertThat(statusOf(service, created)).isEqualTo("process_pending");

        assertThat(report(service, "northbank", SECRET, credit(created))).isEqualTo(202);

        assertThat(statusOf(service, created)).isEqualTo("processed");
        var transfers = new ConsoleClient(service::managementUri).signedIn().get("transfers");
        assertThat(transfers.body()).contains("trf_1", "the payment is one of northbank");
    }

    private static void givenBack(ServiceProcess service, JsonNode created) {
        var reply = Http.send(
                "POST",
                service.uri("/payment-invoices/" + created.get("id").asText() + "/refund"),
                "{\"data\":{\"type\":\"refund\",\"attributes\":{\"amount\":2.5,\"reference_id\":\"back\"}}}",
                "Content-Type",
                "application/json",
                "Authorization",
                BASIC);
        assertThat(reply.json().at("/data/attributes/status").asText())
                .as(reply.body())
                .isEqualTo("processed");
        BANK.verify(postRequestedFor(urlEqualTo("/v1/returns"))
                .withHeader("X-Api-Key", equalTo("a key"))
                .withRequestBody(matchingJsonPath("$.entryId", equalTo(entry(created))))
                .withRequestBody(matchingJsonPath("$.returned.value", equalTo("2.50"))));
    }

    private static void paidWithoutAReport(ServiceProcess service, JsonNode created) {
        BANK.stubFor(get(urlPathEqualTo("/v1/credits"))
                .withQueryParam("remittance", equalTo(reference(created)))
                .willReturn(okJson("{\"credits\": [" + credit(created) + "]}")));
        await().untilAsserted(() -> assertThat(statusOf(service, created)).isEqualTo("processed"));
        BANK.verify(getRequestedFor(urlPathEqualTo("/v1/credits")).withHeader("X-Api-Key", equalTo("a key")));
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
                "caravan.channel.bank.ask-every",
                "1s",
                "caravan.channel.bank.connect-timeout",
                "300000",
                "caravan.channel.bank.response-timeout",
                "300000",
                "caravan.channel.bank.deadline",
                "10m",
                "caravan.channel.northbank.url",
                BANK.baseUrl(),
                "caravan.channel.northbank.key",
                "a key",
                "caravan.channel.northbank.webhook-secret",
                SECRET);
    }

    private static Http.Reply create(ServiceProcess service, String provider) {
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{"service":"%s_transfer_eur","amount":12.3,
                "currency":"EUR","test_mode":true,"reference_id":"%s","flow":"charge","options":{}}}}"""
                        .formatted(provider, UUID.randomUUID());
        return Http.send(
                "POST",
                service.uri("/payment-invoices"),
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                BASIC);
    }

    private static String statusOf(ServiceProcess service, JsonNode created) {
        return Http.get(service.uri("/payment-invoices/" + created.get("id").asText()), "Authorization", BASIC)
                .json()
                .at("/data/attributes/status")
                .asText();
    }

    private static int report(ServiceProcess service, String provider, String secret, String body) {
        var signed = SignedWebhook.of(secret, "w-1", Instant.now().getEpochSecond(), body);
        return Http.send(
                        "POST",
                        service.uri("/api/callback/" + provider + "/transfer"),
                        body,
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        signed.id(),
                        "webhook-timestamp",
                        signed.timestamp(),
                        "webhook-signature",
                        signed.signature())
                .status();
    }

    private static String credit(JsonNode created) {
        return "{\"entryId\": \"%s\", \"remittance\": \"%s\", \"credited\": {\"value\": \"12.30\", \"currency\": \"EUR\"}}"
                .formatted(entry(created), reference(created));
    }

    private static String entry(JsonNode created) {
        return "e-" + reference(created);
    }

    private static String reference(JsonNode created) {
        return created.at("/attributes/flow_data/requisites/reference").asText();
    }
}
