package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What partners of the Mobile Invoice API and their payers are sent, and where links lead. */
class MobileInvoiceDeliveryTests {

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerScene scene = new PartnerScene(sandbox::uri);
    private final String mock = sandbox.context().getEnvironment().getProperty("caravan.mock.url");

    @Test
    void theWebhookGetsEveryEventSignedAndNothingAfterItIsRemoved() {
        var url = mock + scene.callbackPath();
        assertThat(scene.partner
                        .send("PUT", "/api/webhooks/1", "{\"url\": \"" + url + "\"}")
                        .status())
                .isEqualTo(204);
        try {
            assertThat(scene.partner.get("/api/webhooks/1").json().get("url").asText())
                    .isEqualTo(url);
            var id = scene.create("\"msisdn\": \"" + scene.phone + "\"");
            scene.shortCode();
            scene.payByCard(scene.open(id));

            await().untilAsserted(() -> assertThat(types(id))
                    .contains(
                            "transaction.accessed",
                            "transaction.registered",
                            "transaction.authorized",
                            "transaction.captureok",
                            "sms.delivered"));
            assertThat(types(id)).doesNotHaveDuplicates();
            assertThat(types(id).indexOf("transaction.captureok"))
                    .as("newest first")
                    .isLessThan(types(id).indexOf("transaction.registered"));
            assertThat(events(id)).allSatisfy(event -> {
                assertThat(event.get("method").asText()).isEqualTo("POST");
                assertThat(event.get("signatureValid").asBoolean()).isTrue();
                assertThat(event.at("/headers/webhook-id").asText()).isNotBlank();
            });
        } finally {
            assertThat(scene.partner.send("DELETE", "/api/webhooks/1", "").status())
                    .isEqualTo(204);
        }
        assertThat(scene.partner.get("/api/webhooks/1").status()).isEqualTo(404);
        var later = new PartnerScene(sandbox::uri);
        var unheard = later.create("");
        later.payByCard(later.open(unheard));
        later.awaitStatus("CaptureOk");
        assertThat(types(unheard)).isEmpty();
    }

    @Test
    void thatAnSmsWasDeliveredIsFetchedOnceHoweverOftenItIsReported() {
        var id = scene.create(
                """
                "msisdn": "%s", "customProperties": {"own": "a&b=c"}, "smsStatusCallbackUrl":
                "%s%s?pre={{PreTransactionId}}&sent={{SmsNotificationDelivered}}&own={{own}}"
                """
                        .formatted(scene.phone, mock, scene.callbackPath()));

        await().untilAsserted(
                        () -> assertThat(scene.heard()).containsExactly("pre=" + id + "&sent=true&own=a%26b%3Dc"));
        var reference = Http.get(sandbox.uri("/mock/sms/%2B" + scene.phone.substring(1)))
                .json()
                .findValuesAsText("reference")
                .get(0);
        report(reference, 1001);
        report(reference, 1002);
        report(UUID.randomUUID().toString(), 1001);

        assertThat(scene.show(id).get("smsNotificationDelivered").asBoolean()).isTrue();
        assertThat(scene.heard()).hasSize(1);
    }

    @Test
    void anSmsThatFailedIsTold() {
        Http.send("POST", sandbox.uri("/mock/sms/faults"), "{\"webhook\": \"never\"}");
        try {
            var id = scene.create(
                    "\"msisdn\": \"%s\", \"smsStatusCallbackUrl\": \"%s%s?sent={{smsNotificationDelivered}}\""
                            .formatted(scene.phone, mock, scene.callbackPath()));
            scene.shortCode();
            await().until(() -> scene.show(id).get("smsNotificationSent").asBoolean());
            var inbox = Http.get(sandbox.uri("/mock/sms/%2B" + scene.phone.substring(1)))
                    .json();

            report(inbox.findValuesAsText("reference").get(0), 1002);

            await().untilAsserted(() -> assertThat(scene.heard()).containsExactly("sent=false"));
        } finally {
            Http.send("DELETE", sandbox.uri("/mock/sms/faults"), "");
        }
    }

    @Test
    void whatWasSentUnderOneCorrelationIdIsListedInPages() {
        var ids = List.of(1, 2, 3).stream()
                .map(n -> new PartnerScene(sandbox::uri).create("\"correlationId\": \"" + scene.reference + "\""))
                .toList();
        var list = "/api/pre-transactions?partnerId=1&correlationId=" + scene.reference;

        assertThat(listed(list)).containsExactlyElementsOf(ids);
        assertThat(listed(list + "&%24skip=1&%24top=1")).containsExactly(ids.get(1));
        assertThat(listed(list + "&$skip=3")).isEmpty();
        assertThat(listed(list + "x")).isEmpty();
        for (var wrong : List.of("&%24top=0", "&%24top=1001", "&%24skip=-1", "&%24skip=x", "%00")) {
            assertThat(scene.partner.get(list + wrong).status()).isEqualTo(400);
        }
        assertThat(scene.partner.get("/api/pre-transactions?partnerId=1").status())
                .isEqualTo(400);
        assertThat(scene.partner
                        .get("/api/pre-transactions?partnerId=2&correlationId=" + scene.reference)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withSkipLandingPageLinksLeadOnToTheProvider() {
        var body = scene.body("\"skipLandingPage\": true, \"msisdn\": \"" + scene.phone + "\"")
                .replace("[\"card\", \"wallet\"]", "[\"nets\"]");
        assertThat(scene.partner.post("/api/pre-transactions", body).status()).isEqualTo(204);

        var led = Http.get(sandbox.uri("/" + scene.shortCode()));

        assertThat(led.status()).isEqualTo(302);
        var page = led.headers().firstValue("Location").orElseThrow();
        assertThat(page).endsWith("?provider=nets");
        assertThat(Http.get(sandbox.uri(page.substring(page.indexOf("/i/")))).body())
                .contains("data-skips=\"true\"");
    }

    @Test
    void whatAPartnerPutsBeforeItsPageCanLeadOnWithTheProviderChosen() {
        var id = scene.create("\"msisdn\": \"" + scene.phone
                + "\", \"customLandingPageUrl\": \"{{paymentSelectionPageUrl}}?provider=card\"");

        var first = Http.get(sandbox.uri("/" + scene.shortCode()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(first).isEqualTo(scene.show(id).get("mobileInvoiceUrl").asText() + "?provider=card");
        var second = Http.get(sandbox.uri(first.substring(first.indexOf("/pre-transactions/"))))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(second).matches(".*/i/[A-Za-z0-9_-]{22}\\?provider=card");
    }

    @Test
    void whoComesWithTheNameOfAProviderFindsThisWayToPayAndALinkToTheOthers() {
        var page = scene.open(scene.create(""));
        var both = Http.get(page).body();
        assertThat(both).contains("by-card", "id=\"pay\"").doesNotContain("Pay in another way", "data-skips");

        var wallet = Http.get(with(page, "wallet")).body();
        assertThat(wallet).contains("id=\"pay\"", "Pay in another way").doesNotContain("by-card");
        var card = Http.get(with(page, "card")).body();
        assertThat(card).contains("data-skips", "Pay in another way").doesNotContain("id=\"pay\"");
        for (var other : List.of("phone", "nets", "", "card%20")) {
            assertThat(Http.get(with(page, other)).body())
                    .contains("by-card", "id=\"pay\"")
                    .doesNotContain("Pay in another way", "data-skips");
        }
    }

    private static URI with(URI page, String provider) {
        return URI.create(page + (page.getQuery() == null ? "?" : "&") + "provider=" + provider);
    }

    private List<String> listed(String path) {
        var reply = scene.partner.get(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().findValuesAsText("preTransactionId");
    }

    /** Tells us as the SMS gateway does. */
    private void report(String reference, int code) {
        var webhook = SignedWebhook.of(
                SignedWebhook.SMS_SECRET,
                "evt_" + UUID.randomUUID(),
                Instant.now().getEpochSecond(),
                "{\"refId\":\"" + reference + "\",\"resultCode\":" + code + "}");
        var reply = Http.send(
                "POST",
                sandbox.uri("/api/callback/sms/report"),
                new String(webhook.body(), StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "webhook-id",
                webhook.id(),
                "webhook-timestamp",
                webhook.timestamp(),
                "webhook-signature",
                webhook.signature());
        assertThat(reply.status()).isEqualTo(204);
    }

    /** What the webhook got about this pre-transaction, newest first. */
    private List<JsonNode> events(String id) {
        return StreamSupport.stream(scene.received().spliterator(), false)
                .filter(event ->
                        json(event).at("/data/preTransactionId").asText().equals(id))
                .toList();
    }

    private List<String> types(String id) {
        return events(id).stream()
                .map(event -> json(event).get("type").asText())
                .toList();
    }

    private static JsonNode json(JsonNode event) {
        try {
            return new ObjectMapper().readTree(event.get("body").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
