package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sales unit registers webhooks and hears of events, as its program sees it. */
class WebhookTests {

    private static final String PATH = "/webhooks/v1/webhooks";

    private final Sandbox sandbox = Sandbox.running();
    private final SalesUnitClient unit = new SalesUnitClient(sandbox::uri, "no");
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    private record Call(Map<String, String> headers, byte[] body) {

        /** A webhook comes at least once, and each time with the same id and the same bytes. */
        boolean repeats(Call other) {
            return headers.get("webhook-id").equals(other.headers.get("webhook-id")) && Arrays.equals(body, other.body);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        unit.get(PATH)
                .json()
                .get("webhooks")
                .forEach(webhook ->
                        unit.send("DELETE", PATH + "/" + webhook.get("id").asText(), ""));
        receiver.stop(0);
    }

    @Test
    void aWebhookIsRegisteredListedWithoutItsSecretAndRemoved() {
        var made = register(uri("/hooks"), "epayments.payment.captured.v1", "epayments.payment.created.v1");

        var listed = unit.get(PATH);
        var id = made.json().get("id").asText();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("secret").asText()).hasSize(88);
        assertThat(UUID.fromString(id)).isNotNull();
        assertThat(listed.body())
                .isEqualTo(
                        "{\"webhooks\":[{\"id\":\"%s\",\"url\":\"%s\",\"events\":[\"epayments.payment.captured.v1\",\"epayments.payment.created.v1\"]}]}"
                                .formatted(id, uri("/hooks")));
        assertThat(new SalesUnitClient(sandbox::uri, "dk")
                        .send("DELETE", PATH + "/" + id, "")
                        .status())
                .isEqualTo(404);
        assertThat(unit.send("DELETE", PATH + "/" + id, "").status()).isEqualTo(204);
        assertThat(unit.send("DELETE", PATH + "/" + id, "").status()).isEqualTo(404);
        assertThat(unit.get(PATH).body()).isEqualTo("{\"webhooks\":[]}");
    }

    @Test
    void aReceiverThatKnowsTheContractOnlyBelievesWhatComes() {
        var url = uri("/hooks/a?shop=1&x=%20");
        var made = register(url, "epayments.payment.created.v1");

        test();

        await().until(() -> calls.size() == 1);
        var call = calls.get(0);
        var secret = made.json().get("secret").asText();
        assertThat(WebhookVerifier.accepts(secret, url, call.headers(), call.body()))
                .isTrue();
        assertThat(WebhookVerifier.accepts(secret + "x", url, call.headers(), call.body()))
                .isFalse();
        assertThat(call.headers()).containsKeys("webhook-id", "webhook-timestamp", "webhook-signature");
    }

    /** As the payment of an invoice goes, from its link to the payer's name. */
    @Test
    void theEventsOfAPaymentComeInTheirOrderAndLeadToWhatThePayerShares() {
        var url = uri("/payments");
        var secret = register(
                        url,
                        "epayments.payment.created.v1",
                        "epayments.payment.authorized.v1",
                        "epayments.payment.captured.v1")
                .json()
                .get("secret")
                .asText();
        var reference = "webhook-" + UUID.randomUUID();
        unit.send(
                "PUT",
                "/v2/ecom/categories/" + reference,
                "{\"category\":\"GENERAL\",\"orderDetailsUrl\":\"https://www.vipps.no\"}");

        var created = unit.send("POST", "/epayment/v1/payments", payment(reference), "Idempotency-Key", reference);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var approved = unit.send("POST", "/epayment/v1/test/payments/" + reference + "/approve", "{}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        var captured = unit.send(
                "POST",
                "/epayment/v1/payments/" + reference + "/capture",
                "{\"modificationAmount\":{\"currency\":\"NOK\",\"value\":1500}}",
                "Idempotency-Key",
                "c-" + reference);
        assertThat(captured.status()).as(captured.body()).isEqualTo(200);

        await().until(() -> calls.size() == 3);
        var log = unit.get("/epayment/v1/payments/" + reference + "/events").json();
        for (int i = 0; i < 3; i++) {
            var call = calls.get(i);
            assertThat(WebhookVerifier.accepts(secret, url, call.headers(), call.body()))
                    .isTrue();
            var told = (ObjectNode) json(call.body());
            assertThat(told.remove("msn").asText()).isEqualTo("123456");
            assertThat(told).isEqualTo(log.get(i));
        }
        var sub = unit.get("/epayment/v1/payments/" + reference)
                .json()
                .at("/profile/sub")
                .asText();
        assertThat(unit.get("/vipps-userinfo-api/userinfo/" + sub)
                        .json()
                        .get("phone_number")
                        .asText())
                .isEqualTo("4791300071");
    }

    @Test
    void anEventFromBeforeTheRegistrationIsHeldAndSentOnceItIsReplayed() {
        var reference = "held-" + UUID.randomUUID();
        var created = unit.send("POST", "/epayment/v1/payments", payment(reference), "Idempotency-Key", reference);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        await().until(() -> callbacks(reference).size() == 1);
        var held = callbacks(reference).get(0);
        var replay = "/" + held.get("id").asText() + "/replay";

        assertThat(held.get("state").asText()).isEqualTo("held");
        assertThat(callbackApi("POST", replay).status()).isEqualTo(409);
        var url = uri("/late");
        var secret = register(url, "epayments.payment.created.v1")
                .json()
                .get("secret")
                .asText();
        assertThat(calls).isEmpty();
        assertThat(callbackApi("POST", replay).body()).isEqualTo("{\"replayed\":1}");

        await().until(() -> calls.size() == 1);
        var call = calls.get(0);
        assertThat(WebhookVerifier.accepts(secret, url, call.headers(), call.body()))
                .isTrue();
        assertThat(json(call.body()).get("reference").asText()).isEqualTo(reference);
        assertThat(call.headers()).containsEntry("webhook-id", held.get("id").asText());
        await().until(() -> callbacks(reference).get(0).get("state").asText().equals("delivered"));
    }

    private JsonNode callbacks(String reference) {
        return callbackApi("GET", "?invoiceId=" + reference).json().get("items");
    }

    private static String payment(String reference) {
        return """
                {"amount":{"currency":"NOK","value":2000},"customer":{"phoneNumber":4791300071},
                 "paymentMethod":{"type":"wallet"},"profile":{"scope":"phoneNumber"},"reference":"%s",
                 "returnUrl":"https://example.io/redirect","userFlow":"PUSH_MESSAGE"}"""
                .formatted(reference);
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRedirectIsNotFollowedButTriedAgainWithADateOfItsOwn() {
        var url = uri("/redirect");
        var secret = register(url, "epayments.payment.created.v1")
                .json()
                .get("secret")
                .asText();

        test();

        await().until(() -> calls.size() >= 2);
        assertThat(calls).allSatisfy(call -> {
            assertThat(WebhookVerifier.accepts(secret, url, call.headers(), call.body()))
                    .isTrue();
            assertThat(call.headers().get("path")).isEqualTo("/redirect");
        });
        assertThat(calls.get(0).headers().get("x-ms-date"))
                .isNotEqualTo(calls.get(1).headers().get("x-ms-date"));
        assertThat(calls.get(0).headers().get("webhook-id"))
                .isEqualTo(calls.get(1).headers().get("webhook-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/hooks",
                "https://10.0.0.1/hooks",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/",
                "https://shop.example:22/",
                "https://user:password@shop.example/",
                "ftp://shop.example/",
                "shop.example",
                ""
            })
    void anAddressThatIsNotForCallbacksIsRefused(String url) {
        var reply = unit.send(
                "POST", PATH, "{\"url\":\"%s\",\"events\":[\"epayments.payment.created.v1\"]}".formatted(url));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/extraDetails/0/name").asText()).isEqualTo("url");
        assertThat(reply.body()).doesNotContain("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":null,\"events\":null}",
                "{\"url\":\"https://shop.example/\",\"events\":[]}",
                "{\"url\":\"https://shop.example/\",\"events\":[\"epayments.payment.paid.v1\"]}",
                "{\"url\":\"https://shop.example/\",\"events\":[1]}",
                "{\"url\":1,\"events\":\"epayments.payment.created.v1\"}",
                "[]",
                "{"
            })
    void whatIsNoRegistrationIsRefused(String body) {
        var reply = unit.send("POST", PATH, body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unit.get(PATH).json().get("webhooks")).isEmpty();
    }

    private Http.Reply register(URI url, String... events) {
        var reply = unit.send(
                "POST", PATH, "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(url, String.join("\",\"", events)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    /** Has a test sent to all endpoints of the merchant. */
    private void test() {
        var reply = callbackApi("POST", "/test");
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }

    private Http.Reply callbackApi(String method, String path) {
        return Http.send(
                method,
                sandbox.uri("/api/v1/callbacks" + path),
                "",
                "Authorization",
                "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-no", "sandbox-no-secret"));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        headers.put("path", exchange.getRequestURI().getPath());
        var call = new Call(headers, exchange.getRequestBody().readAllBytes());
        boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
        if (redirect || calls.stream().noneMatch(call::repeats)) {
            calls.add(call);
        }
        exchange.getResponseHeaders().add("Location", uri("/elsewhere").toString());
        exchange.sendResponseHeaders(redirect ? 302 : 200, -1);
        exchange.close();
    }
}
