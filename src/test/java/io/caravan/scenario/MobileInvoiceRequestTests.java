package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** Which requests the Mobile Invoice API takes, and what it says to the others. */
class MobileInvoiceRequestTests {

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerScene scene = new PartnerScene(sandbox::uri);

    @Test
    void aSecondPaymentIsRefused() {
        var page = scene.open(scene.create(""));
        var form = PartnerScene.cardForm(page);
        scene.payByCard(page);
        scene.awaitStatus("CaptureOk");

        assertThat(PartnerScene.sendCardForm(page, form).status()).isEqualTo(409);
    }

    @Test
    void aFormThatHasBegunAPaymentLeadsNowhereOnceItIsPaid() {
        var page = scene.open(scene.create(""));
        var form = PartnerScene.cardForm(page);
        var session = PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, form));
        assertThat(PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, form)))
                .isEqualTo(session);
        scene.payAt(session);
        scene.awaitStatus("CaptureOk");

        assertThat(PartnerScene.sendCardForm(page, form).status()).isEqualTo(409);
    }

    @Test
    void whatIsNotOfferedIsRefusedOfTransactionsToo() {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": 5, "paymentProvider": "card", "referenceId": "%s", %s}""";

        for (var asked : List.of(
                "\"authentication\": {\"socialSecurityNumber\": \"1\"}",
                "\"authenticationMethods\": [\"bankid\"]",
                "\"viewTemplateName\": \"gold\"")) {
            var refused = scene.partner.post("/api/transactions", body.formatted(scene.reference, asked));
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.json().get("errors").properties()).hasSize(1);
        }
        assertThat(scene.partner
                        .post("/api/transactions", body.formatted(scene.reference, "\"authenticationMethods\": []"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aWebhookThatMayNotBeCalledIsNamedAsItWasSent() {
        var refused = scene.partner.send("PUT", "/api/webhooks/1", "{\"url\": \"https://10.0.0.1/hook\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/url").isArray())
                .as(refused.body())
                .isTrue();
    }

    @Test
    void aReferenceIsUsedOnce() {
        scene.create("");

        var again = scene.partner.post("/api/pre-transactions", scene.body(""));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("message").asText()).contains("referenceId");
        assertThat(scene.partner
                        .get("/api/pre-transactions/ref/1/" + scene.reference)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsMissingIsToldInTheWordsThatClientsKnow() {
        var unknown = scene.partner.get("/api/transactions?partnerId=1&referenceId=" + scene.reference);
        var unnamed = scene.partner.get("/api/transactions?partnerId=1");
        var noId = scene.partner.get("/api/transactions/1/4711");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("message").asText())
                .isEqualTo("Transaction for partner id '1' and reference id '" + scene.reference + "' not found.");
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.json().get("message").asText()).isEqualTo("Missing required parameter referenceId.");
        assertThat(noId.status()).isEqualTo(404);
        assertThat(noId.json().get("message").asText()).isEqualTo("Transaction with id '4711' not found.");
    }

    @Test
    void theAddressOfAPageIsKnownBeforeThereIsOne() {
        var before = scene.partner
                .get("/api/pre-transactions/url/1/" + scene.reference)
                .body();

        var id = scene.create("");

        assertThat(before)
                .isEqualTo("\"" + scene.show(id).get("mobileInvoiceUrl").asText() + "\"");
    }

    @Test
    void aSignedRequestIsTakenOnce() {
        var credential = scene.partner.credential("GET", "/api/campaigns", "", "n-" + scene.reference, Instant.now());
        var late = scene.partner.credential(
                "GET",
                "/api/campaigns",
                "",
                "l-" + scene.reference,
                Instant.now().minusSeconds(700));

        assertThat(scene.partner.signed("GET", "/api/campaigns", "", credential).status())
                .isEqualTo(200);
        var again = scene.partner.signed("GET", "/api/campaigns", "", credential);
        var drifted = scene.partner.signed("GET", "/api/campaigns", "", late);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.json().get("message").asText()).isEqualTo("Invalid HMAC");
        assertThat(drifted.status()).isEqualTo(401);
        assertThat(drifted.json().get("message").asText()).isEqualTo("Hmac timestamp clock-drift too high");
    }

    @Test
    void aShortLinkIsUnderTheNameOfTheApiToo() {
        scene.create("\"msisdn\": \"" + scene.phone + "\"");
        var code = scene.shortCode();

        var led = Http.get(sandbox.uri("/mobile-invoice/" + code));

        assertThat(led.status()).isEqualTo(302);
        assertThat(led.headers().firstValue("Location"))
                .isEqualTo(Http.get(sandbox.uri("/" + code)).headers().firstValue("Location"));
    }

    @Test
    void theApiIsUnderItsOwnNameToo() {
        assertThat(scene.partner
                        .get("/mobile-invoice/api/campaigns?api-version=2.0")
                        .json())
                .hasSize(2);
        assertThat(scene.partner.get("/mobile-invoice/api/v1/merchants/me").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/mobile-invoice"})
    void aReferenceOfAnyLettersIsFoundByItsPath(String prefix) {
        var reference = "Æ 1+?#&:@!(*)'.,=~" + scene.reference;
        var created = scene.partner.post(
                "/api/pre-transactions?api-version=2.0", scene.body("").replace(scene.reference, reference));
        var encoded = UriUtils.encode(reference, StandardCharsets.UTF_8);

        var shown = scene.partner.get(prefix + "/api/pre-transactions/ref/1/" + encoded);

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().get("preTransactionId").asText()).isEqualTo(PartnerScene.idIn(created));
        assertThat(scene.partner
                        .get(prefix + "/api/pre-transactions/url/1/" + encoded)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%5Cb", "a%3Bb", "a;b", "a%25b", ".."})
    void whatCannotBePartOfAPathIsAWrongRequest(String reference) {
        for (var prefix : List.of("", "/mobile-invoice")) {
            assertThat(scene.partner
                            .get(prefix + "/api/pre-transactions/ref/1/" + reference)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aTypeMayStandBeforePreTransactions() {
        var created = scene.partner.post("/invoice/pre-transactions?api-version=2.0", scene.body(""));

        assertThat(created.status()).as(created.body()).isEqualTo(204);
        assertThat(scene.partner
                        .get("/api/pre-transactions/1/" + PartnerScene.idIn(created))
                        .status())
                .isEqualTo(200);
        assertThat(scene.partner.get("/invoice/pre-transactions").status()).isEqualTo(401);
    }

    @Test
    void anothersPartnerIdIsRefused() {
        assertThat(scene.partner
                        .post("/api/pre-transactions", scene.body("").replace("\"partnerId\": 1", "\"partnerId\": 2"))
                        .status())
                .isEqualTo(403);
        assertThat(scene.partner.get("/api/transactions/2/" + UUID.randomUUID()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"partnerId\": 1, \"partnerId\": 1}", "{} {}", "text"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(scene.partner.post("/api/pre-transactions", body).status()).isEqualTo(400);
        assertThat(scene.partner.post("/api/transactions", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, 406",
        "'text/xml, application/xml;q=0.9', 406",
        "'application/xml, application/json;q=0.5', 200",
        "'text/html, application/xml;q=0.9, */*;q=0.8', 200"
    })
    void xmlIsNotOffered(String accept, int status) {
        assertThat(scene.partner
                        .send("GET", "/api/campaigns", "", "Accept", accept)
                        .status())
                .isEqualTo(status);
        assertThat(scene.partner
                        .post("/api/pre-transactions", scene.body(""), "Accept", "application/xml")
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00", "%2B999999999-01-01T00:00", "0000-01-01", "today", "2026-02-30"})
    void transactionsAreListedFromADayThatThereIs(String day) {
        assertThat(scene.partner
                        .get("/api/transactions/search/1?fromDate=" + day)
                        .status())
                .isEqualTo(400);
    }
}
