package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerScene;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The user stories of the Mobile Invoice API, with the service as it runs. */
class MobileInvoiceTests {

    /** Of a page that leads on, however long it can be read before. */
    private static final String BY_ITSELF = ";url=https://shop.example/";

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerScene scene = new PartnerScene(sandbox::uri);

    @Test
    void sendInvoiceBySmsToUsers() {
        var id = scene.create(
                "\"msisdn\": \"" + scene.phone + "\", \"smsNotificationText\": \"Pay {{Amount}} {{currency}} at"
                        + " {{paymentSelectionPageUrl}}, {{customer}}\", \"customProperties\": {\"customer\": \"<b>Kari</b>\\nA\"}");

        await().untilAsserted(() -> assertThat(scene.inbox()).contains("Pay 50.00 DKK at http"));

        assertThat(scene.inbox()).contains("/" + scene.shortCode() + ", <b>Kari</b> A");
        await().untilAsserted(() -> assertThat(
                        scene.show(id).get("smsNotificationDelivered").asBoolean())
                .isTrue());
        assertThat(scene.show(id).get("smsNotificationSent").asBoolean()).isTrue();
        assertThat(scene.show(id).get("smsNotificationParts").asInt()).isEqualTo(1);
    }

    @Test
    void requestPaymentFromAMobileUserWhoChoosesTheMethod() {
        var id = scene.create("\"description\": \"Two <i>skis</i>\"");
        var page = scene.open(id);

        var shown = Http.get(page);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("50.00", "Pay with a card", "Continue in the app", "Two &lt;i&gt;skis");
        assertThat(scene.show(id).get("accessedURLDateUtc").isNull()).isTrue();

        assertThat(Http.send("POST", URI.create(page + "/seen"), "").status()).isEqualTo(204);

        assertThat(scene.show(id).get("accessedURLDateUtc").asText()).startsWith("20");
    }

    @Test
    void initiateTransactionsDirectly() {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": 12.5, "paymentProvider": "nets", "referenceId": "%s"}"""
                        .formatted(scene.reference);

        var begun = scene.partner.post("/api/transactions?api-version=2.0", body, "Prefer", "return=representation");

        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().get("status").asText()).isEqualTo("Pending");
        var setup = URI.create(begun.json().at("/paymentSetup/url").asText());
        scene.payAt(setup);
        scene.awaitStatus("CaptureOk");
        assertThat(scene.transaction().get("paymentProvider").asText()).isEqualTo("nets");
        assertThat(scene.transaction().get("success").asBoolean()).isTrue();
        var signed = scene.partner.get("/api/transactions?partnerId=1&referenceId=" + scene.reference);
        assertThat(signed.status()).isEqualTo(302);
        assertThat(signed.headers().firstValue("Location").orElse(""))
                .contains("/api/transactions/1/"
                        + scene.transaction().get("transactionId").asText() + "?");
    }

    @Test
    void whoLeavesAPaymentThatWasBegunDirectlyFindsTheWayBackAlsoWhenItIsOverOrPaidOtherwise() {
        var back = scene.leave(begunDirectly());
        var way = "href=\"https://shop.example/done/" + scene.reference + "/Cancelled\"";

        await().untilAsserted(() -> assertThat(Http.get(back).body()).contains(way, "Pay with a card"));
        assertThat(Http.get(back).body()).doesNotContain(BY_ITSELF);
        var database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));
        var invoice = database.queryForObject(
                "select invoice_id from payment where id = ?",
                UUID.class,
                UUID.fromString(scene.transaction().get("transactionId").asText()));
        var before = database.queryForObject("select status from invoice where id = ?", String.class, invoice);
        database.update("update invoice set status = 'EXPIRED' where id = ?", invoice);
        assertThat(Http.get(back).body()).contains("state-expired", way).doesNotContain(BY_ITSELF);
        database.update("update invoice set status = ? where id = ?", before, invoice);
        scene.payByCard(URI.create(back.toString().replaceFirst("/payments/.*", "")));
        await().untilAsserted(() -> assertThat(Http.get(back).body()).contains("state-paid_by_another", way));
    }

    @Test
    void whoIsDeclinedInAPaymentThatWasBegunDirectlyFindsTheWayBack() {
        var back = scene.failAt(begunDirectly());

        await().untilAsserted(() -> assertThat(Http.get(back).body())
                .contains("state-refused", "href=\"https://shop.example/done/" + scene.reference + "/Failed\"")
                .doesNotContain(BY_ITSELF));
        var page = URI.create(back.toString().replaceFirst("/payments/.*", ""));
        assertThat(Http.get(page).body()).doesNotContain("shop.example/done");
    }

    /** The page of the acquirer for a card. */
    private URI begunDirectly() {
        var begun = scene.partner.post(
                "/api/transactions?api-version=2.0",
                """
                {"partnerId": 1, "currency": "DKK", "amount": 12.5, "paymentProvider": "nets", "referenceId": "%s",
                 "returnUrl": "https://shop.example/done/{{referenceId}}/{{status}}"}"""
                        .formatted(scene.reference),
                "Prefer",
                "return=representation");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return URI.create(begun.json().at("/paymentSetup/url").asText());
    }

    @Test
    void seeTransactionStatus() {
        var id = scene.create("\"ocr\": \"0042\"");
        var none = scene.partner.get("/api/transactions/1/" + UUID.randomUUID());
        scene.payByCard(scene.open(id));

        scene.awaitStatus("CaptureOk");

        var found = scene.transaction();
        assertThat(found.get("transactionReconRef").asText()).isEqualTo("0042");
        assertThat(found.get("preTransactionId").asText()).isEqualTo(id);
        var list = scene.partner.get("/api/transactions/search/1?fromDate="
                + Instant.now().minus(Duration.ofDays(1)).toString().substring(0, 10));
        assertThat(list.json().get("transactions").findValuesAsText("transactionId"))
                .contains(found.get("transactionId").asText());
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("message").asText()).startsWith("Transaction with id '");
    }

    @Test
    void whatHasPaidAReferenceIsFoundUnderItWhateverElseWasTried() {
        var page = scene.open(scene.create(""));
        var first = PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, PartnerScene.cardForm(page)));
        var second = PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, PartnerScene.cardForm(page)));

        scene.payAt(first);
        scene.awaitStatus("CaptureOk");
        var paid = scene.transaction().get("transactionId").asText();
        scene.payAt(second);

        await().untilAsserted(() -> assertThat(transactionsOf(scene.reference)).contains("Cancelled"));
        assertThat(scene.transaction().get("transactionId").asText()).isEqualTo(paid);
        assertThat(scene.transaction().get("success").asBoolean()).isTrue();
    }

    /** Where each of this reference stands. */
    private List<String> transactionsOf(String reference) {
        var today = Instant.now().minus(Duration.ofDays(1)).toString().substring(0, 10);
        var list = scene.partner.get("/api/transactions/search/1?fromDate=" + today);
        return StreamSupport.stream(list.json().get("transactions").spliterator(), false)
                .filter(found -> found.get("referenceId").asText().equals(reference))
                .map(found -> found.get("status").asText())
                .toList();
    }

    @Test
    void defineYourOwnCallbackUrls() {
        var mock = sandbox.context().getEnvironment().getProperty("caravan.mock.url");
        var url = mock.replace("http://", "http://us%20er:pa%3Ass@") + scene.callbackPath()
                + "?id={{transactionId}}&status={{Status}}&type={{paymentType}}&ref={{REFERENCEID}}"
                + "&campaign={{campaignId}}&source={{sourceId}}&page={{paymentSelectionPageUrl}}";
        var id = scene.create("\"statusCallbackUrl\": \"" + url + "\", \"campaignId\": 2, \"sourceId\": \"till 4\"");
        scene.payByCard(scene.open(id));

        await().untilAsserted(() -> assertThat(scene.heard())
                .anyMatch(query -> query.contains("status=Accessed&"))
                .anyMatch(query -> query.contains("status=Registered&type=card"))
                .anyMatch(query -> query.contains("status=CaptureOk&type=card&ref=" + scene.reference
                        + "&campaign=2&source=till%204&page=http")));
        var token = "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
        assertThat(Http.get(sandbox.uri("/api/v1/callbacks"), "Authorization", token)
                        .json()
                        .findValuesAsText("endpoint"))
                .anyMatch(endpoint -> endpoint.contains("status={{Status}}"))
                .noneMatch(endpoint -> endpoint.startsWith("get+"));
        assertThat(scene.show(id).get("statusCallbackUrl").asText())
                .startsWith("http://127.0.0.1")
                .doesNotContain("pa%3Ass");
        var headers = scene.received().iterator().next().get("headers").toString();
        assertThat(headers).contains("Basic dXMgZXI6cGE6c3M=");
    }

    @Test
    void templatesKnowTheKeysOfTransactionsAndOfPreTransactions() {
        var url = sandbox.context().getEnvironment().getProperty("caravan.mock.url") + scene.callbackPath()
                + "?status={{status}}&made={{createdDateUtc}}&paid={{paymentDateUtc}}&psp={{paymentTransactionId}}"
                + "&seen={{accessedURLDateUtc}}&back={{returnUrl}}&page={{mobileInvoiceUrl}}&says={{statusDescription}}";
        var id = scene.create("\"statusCallbackUrl\": \"" + url + "\", \"returnUrl\": \"https://shop.example/"
                + "{{accessedURLDateUtc}}/{{paymentDateUtc}}/{{ocr}}/{{statusDescription}}\","
                + " \"customProperties\": {\"ocr\": \"own\", \"referenceId\": \"not this\"}");

        var back = scene.payByCard(scene.open(id));

        await().untilAsserted(() -> assertThat(scene.heard())
                .anyMatch(query -> query.matches("status=CaptureOk&made=2[^&]+Z&paid=2[^&]+Z&psp=[^&]+&seen=2[^&]+Z"
                        + "&back=https%3A%2F%2Fshop.example%2F[^&]+&page=http[^&]+"
                        + "&says=The%20money%20has%20been%20taken.")));
        assertThat(Http.get(back).body())
                .containsPattern("https://shop.example/2[^/]+Z/2[^/]+Z/own/The%20money%20has%20been%20taken.\"");
    }

    @Test
    void defineYourOwnUrls() {
        var id = scene.create("\"msisdn\": \"" + scene.phone
                + "\", \"customLandingPageUrl\": \"https://shop.example/pay?to={{paymentSelectionPageUrl}}\","
                + " \"returnUrl\": \"https://shop.example/done/{{referenceId}}/{{status}}\"");
        var details = scene.show(id);

        var landing = Http.get(sandbox.uri("/" + scene.shortCode()))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(landing)
                .isEqualTo("https://shop.example/pay?to="
                        + URLEncoder.encode(details.get("mobileInvoiceUrl").asText(), StandardCharsets.UTF_8));
        var page = scene.open(id);
        var back = scene.payByCard(page);
        await().untilAsserted(() -> assertThat(Http.get(back).body())
                .contains("https://shop.example/done/" + scene.reference + "/CaptureOk"));
        assertThat(Http.get(page).status()).isEqualTo(200);
        assertThat(Http.get(page).body()).contains("state-paid").doesNotContain("Pay with a card");
    }
}
