package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sales unit registers webhooks and hears of events, as its program sees it. */
class WebhookTests extends WithReceiver {

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
}
