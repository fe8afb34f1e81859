package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerClient;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The user stories of the Mobile Invoice API, with the service as it runs. */
class MobileInvoiceTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerClient partner = PartnerClient.of(sandbox);
    private final String reference = "mi-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "+45713" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));

    @Test
    void sendInvoiceBySmsToUsers() {
        var id = create(
                "\"msisdn\": \"" + phone + "\", \"smsNotificationText\": \"Pay {{Amount}} {{currency}} at"
                        + " {{paymentSelectionPageUrl}}, {{customer}}\", \"customProperties\": {\"customer\": \"<b>Kari</b>\\nA\"}");

        await().atMost(SOON).untilAsserted(() -> assertThat(inbox()).contains("Pay 50.00 DKK at http"));

        assertThat(inbox()).contains("/" + shortCode(id) + ", <b>Kari</b> A");
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        show(id).get("smsNotificationDelivered").asBoolean())
                .isTrue());
        assertThat(show(id).get("smsNotificationSent").asBoolean()).isTrue();
        assertThat(show(id).get("smsNotificationParts").asInt()).isEqualTo(1);
    }

    @Test
    void requestPaymentFromAMobileUserWhoChoosesTheMethod() {
        var id = create("\"description\": \"Two <i>skis</i>\"");
        var page = open(id);

        var shown = Http.get(page);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("50.00", "Pay with a card", "Continue in the app", "Two &lt;i&gt;skis");
        assertThat(show(id).get("accessedURLDateUtc").isNull()).isTrue();

        assertThat(Http.send("POST", URI.create(page + "/seen"), "").status()).isEqualTo(204);

        assertThat(show(id).get("accessedURLDateUtc").asText()).startsWith("20");
    }

    @Test
    void initiateTransactionsDirectly() {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": 12.5, "paymentProvider": "nets", "referenceId": "%s"}"""
                        .formatted(reference);

        var begun = partner.post("/api/transactions?api-version=2.0", body, "Prefer", "return=representation");

        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().get("status").asText()).isEqualTo("Pending");
        var setup = URI.create(begun.json().at("/paymentSetup/url").asText());
        pay(setup);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(transaction().get("status").asText()).isEqualTo("CaptureOk"));
        assertThat(transaction().get("paymentProvider").asText()).isEqualTo("nets");
        assertThat(transaction().get("success").asBoolean()).isTrue();
        var signed = partner.get("/api/transactions?partnerId=1&referenceId=" + reference);
        assertThat(signed.status()).isEqualTo(302);
        assertThat(signed.headers().firstValue("Location").orElse(""))
                .contains("/api/transactions/1/"
                        + transaction().get("transactionId").asText() + "?");
    }

    @Test
    void seeTransactionStatus() {
        var id = create("\"ocr\": \"0042\"");
        var none = partner.get("/api/transactions/1/" + UUID.randomUUID());
        payByCard(open(id));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(transaction().get("status").asText()).isEqualTo("CaptureOk"));

        var found = transaction();
        assertThat(found.get("transactionReconRef").asText()).isEqualTo("0042");
        assertThat(found.get("preTransactionId").asText()).isEqualTo(id);
        var list = partner.get("/api/transactions/search/1?fromDate="
                + Instant.now().minus(Duration.ofDays(1)).toString().substring(0, 10));
        assertThat(list.json().get("transactions").findValuesAsText("transactionId"))
                .contains(found.get("transactionId").asText());
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("message").asText()).startsWith("Transaction with id '");
    }

    @Test
    void defineYourOwnCallbackUrls() {
        var mock = sandbox.context().getEnvironment().getProperty("caravan.mock.url");
        var url = mock.replace("http://", "http://us%20er:pa%3Ass@") + "/mock/merchant/callbacks/dk/mi-" + reference
                + "?id={{transactionId}}&status={{Status}}&type={{paymentType}}&ref={{REFERENCEID}}";
        var id = create("\"statusCallbackUrl\": \"" + url + "\"");
        payByCard(open(id));

        await().atMost(SOON).untilAsserted(() -> assertThat(heard())
                .anyMatch(query -> query.contains("status=Accessed&"))
                .anyMatch(query -> query.contains("status=Registered&type=card"))
                .anyMatch(query -> query.contains("status=CaptureOk&type=card&ref=" + reference)));
        assertThat(show(id).get("statusCallbackUrl").asText())
                .startsWith("http://127.0.0.1")
                .doesNotContain("pa%3Ass");
        var headers = received().iterator().next().get("headers").toString();
        assertThat(headers).contains("Basic dXMgZXI6cGE6c3M=");
    }

    @Test
    void defineYourOwnUrls() {
        var id = create("\"customLandingPageUrl\": \"https://shop.example/pay?to={{paymentSelectionPageUrl}}\","
                + " \"returnUrl\": \"https://shop.example/done/{{referenceId}}/{{status}}\"");
        var details = show(id);

        var landing = Http.get(sandbox.uri("/" + shortCode(id)))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(landing)
                .isEqualTo("https://shop.example/pay?to="
                        + URLEncoder.encode(details.get("mobileInvoiceUrl").asText(), StandardCharsets.UTF_8));
        var page = open(id);
        var back = payByCard(page);
        await().atMost(SOON).untilAsserted(() -> assertThat(Http.get(back).body())
                .contains("https://shop.example/done/" + reference + "/CaptureOk"));
        assertThat(Http.get(page).status()).isEqualTo(200);
        assertThat(Http.get(page).body()).contains("state-paid").doesNotContain("Pay with a card");
    }

    @Test
    void aSecondPaymentIsRefused() {
        var page = open(create(""));
        var form = form(page);
        payByCard(page);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(transaction().get("status").asText()).isEqualTo("CaptureOk"));

        assertThat(send(page, form).status()).isEqualTo(409);
    }

    @Test
    void aReferenceIsUsedOnce() {
        create("");

        var again = partner.post("/api/pre-transactions", body(""));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("message").asText()).contains("referenceId");
        assertThat(partner.get("/api/pre-transactions/ref/1/" + reference).status())
                .isEqualTo(200);
    }

    @Test
    void theAddressOfAPageIsKnownBeforeThereIsOne() {
        var before = partner.get("/api/pre-transactions/url/1/" + reference).body();

        var id = create("");

        assertThat(before).isEqualTo("\"" + show(id).get("mobileInvoiceUrl").asText() + "\"");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var refused = partner.post(
                "/api/pre-transactions",
                """
                {"partnerId": 1, "currency": "XXX", "amount": "1.001", "paymentProviders": ["gold"], "campaignId": 99,
                 "authentication": {}, "viewTemplateName": "x", "expiryUtc": "soon", "returnUrl": "javascript:1",
                 "statusCallbackUrl": "http://{{description}}/", "smsNotificationText": "{{nobody}}"}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "currency",
                        "amount",
                        "paymentProviders",
                        "campaignId",
                        "authentication",
                        "viewTemplateName",
                        "expiryUtc",
                        "returnUrl",
                        "statusCallbackUrl",
                        "smsNotificationText");
        assertThat(refused.body()).contains("nobody");
    }

    @Test
    void aSignedRequestIsTakenOnce() {
        var credential = partner.credential("GET", "/api/campaigns", "", "n-" + reference, Instant.now());
        var late = partner.credential(
                "GET", "/api/campaigns", "", "l-" + reference, Instant.now().minusSeconds(700));

        assertThat(partner.signed("GET", "/api/campaigns", "", credential).status())
                .isEqualTo(200);
        var again = partner.signed("GET", "/api/campaigns", "", credential);
        var drifted = partner.signed("GET", "/api/campaigns", "", late);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.json().get("message").asText()).isEqualTo("Invalid HMAC");
        assertThat(drifted.status()).isEqualTo(401);
        assertThat(drifted.json().get("message").asText()).isEqualTo("Hmac timestamp clock-drift too high");
    }

    @Test
    void theApiIsUnderItsOwnNameToo() {
        assertThat(partner.get("/mobile-invoice/api/campaigns?api-version=2.0").json())
                .hasSize(2);
        assertThat(partner.get("/mobile-invoice/api/v1/merchants/me").status()).isEqualTo(401);
    }

    @Test
    void anothersPartnerIdIsRefused() {
        assertThat(partner.post("/api/pre-transactions", body("").replace("\"partnerId\": 1", "\"partnerId\": 2"))
                        .status())
                .isEqualTo(403);
        assertThat(partner.get("/api/transactions/2/" + UUID.randomUUID()).status())
                .isEqualTo(403);
    }

    private String create(String more) {
        var created = partner.post("/api/pre-transactions?api-version=2.0", body(more));
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        var location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("?api-version=2.0");
        return location.substring(location.lastIndexOf('/') + 1, location.lastIndexOf('?'));
    }

    private String body(String more) {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProviders": ["card", "wallet"],
                 "referenceId": "%s"%s}"""
                .formatted(reference, more.isEmpty() ? "" : ", " + more);
    }

    private JsonNode show(String id) {
        var shown = partner.get("/api/pre-transactions/1/" + id);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return shown.json();
    }

    private JsonNode transaction() {
        var token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
        var reply = Http.get(
                sandbox.uri("/api/transactions?partnerId=1&referenceId=" + reference),
                "Authorization",
                "Bearer " + token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** The page that the address of the pre-transaction leads to. */
    private URI open(String id) {
        var led = Http.get(sandbox.uri("/pre-transactions/1/" + id));
        assertThat(led.status()).isEqualTo(302);
        return sandbox.uri(
                URI.create(led.headers().firstValue("Location").orElseThrow()).getPath());
    }

    private String shortCode(String id) {
        return new org.springframework.jdbc.core.JdbcTemplate(sandbox.context().getBean(javax.sql.DataSource.class))
                .queryForObject(
                        "select short_code from pre_transaction where invoice_id = ?",
                        String.class,
                        UUID.fromString(id));
    }

    /** Pays on the acquirer's page, and answers where that leads back to. */
    private URI payByCard(URI page) {
        var led = send(page, form(page));
        assertThat(led.status()).as(led.body()).isEqualTo(303);
        return pay(URI.create(led.headers().firstValue("Location").orElseThrow()));
    }

    private URI pay(URI acquirersPage) {
        var path = acquirersPage.getPath();
        var payment = path.substring(path.lastIndexOf('/') + 1);
        var paid = Http.send(
                "POST",
                sandbox.uri("/mock/psp/payments/" + payment + "/pay"),
                "{\"card\": \"4111111111111111\"}",
                "Content-Type",
                "application/json");
        assertThat(paid.status()).as(acquirersPage + " " + paid.body()).isEqualTo(200);
        return sandbox.uri(URI.create(paid.json().get("returnUrl").asText()).getPath());
    }

    private static String form(URI page) {
        var html = Http.get(page).body();
        var card = html.substring(html.indexOf("/card\""));
        return HIDDEN.matcher(card.substring(0, card.indexOf("</form>")))
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Http.Reply send(URI page, String form) {
        return Http.send("POST", URI.create(page + "/card"), form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private String inbox() {
        return Http.get(sandbox.uri("/mock/sms/" + phone.replace("+", "%2B")))
                .body()
                .replace("\\u003C", "<");
    }

    private JsonNode received() {
        return Http.get(sandbox.uri("/mock/merchant/received?path=/mock/merchant/callbacks/dk/mi-" + reference))
                .json();
    }

    private java.util.List<String> heard() {
        return StreamSupport.stream(received().spliterator(), false)
                .map(callback -> callback.get("query").asText())
                .toList();
    }
}
