package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of fields the Mobile Invoice API takes, and what becomes of them. */
class MobileInvoiceFieldTests {

    private final PartnerScene scene = new PartnerScene(Sandbox.running()::uri);

    @Test
    void allFaultsAreToldAtOnce() {
        var refused = scene.partner.post(
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
    void whatCouldOnlyGoOnAPhoneBillIsInACurrencyThatPhoneBillsTake() {
        var body =
                """
                {"partnerId": 1, "currency": "USD", "amount": "25.00", "paymentProviders": [%s], "referenceId": "%s"}""";

        var refused = scene.partner.post("/api/pre-transactions", body.formatted("\"phone\"", scene.reference));
        var withCard =
                scene.partner.post("/api/pre-transactions", body.formatted("\"phone\", \"card\"", scene.reference));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").has("currency"))
                .as(refused.body())
                .isTrue();
        assertThat(withCard.status()).as(withCard.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paymentProviders | [\"gold\"]",
                "paymentProviders | []",
                "paymentProviders | \"card\"",
                "msisdn | \"+99912345678\"",
                "msisdn | \"12\"",
                "msisdn | 4571300001",
                "amount | 1.001",
                "amount | \"1.001\"",
                "amount | \"ten\"",
                "amount | \"1,50\"",
                "amount | \" 1\"",
                "amount | -1",
                "amount | \"-0.01\"",
                "amount | 1000000",
                "amount | 1e99",
                "amount | true",
                "amount | null",
                "currency | \"GBP\"",
                "currency | \"DKKK\"",
                "currency | \"\"",
                "expiryUtc | \"2020-01-01T00:00:00Z\"",
                "expiryUtc | \"2099-01-01T00:00:00Z\"",
                "expiryUtc | \"2027-01-01T00:00:00+01:00\"",
                "expiryUtc | \"2027-02-30T00:00:00Z\"",
                "referenceId | \"123456789012345678901234567890123456789012345678901\"",
                "ocr | \"123456789012345678901234567890123\"",
                "skipLandingPage | true",
                "skipLandingPage | \"yes\"",
                "sendSms | true",
                "smsNotificationOriginator | \"a name that is too long\"",
                "returnUrl | \"https://{{description}}.example/\"",
                "returnUrl | \"//shop.example\"",
                "returnUrl | \"data:text/html,x\"",
                "customLandingPageUrl | \"javascript:alert(1)//{{paymentSelectionPageUrl}}\"",
                "statusCallbackUrl | \"ftp://shop.example/\"",
                "statusCallbackUrl | \"https://shop.example/{{nobody}}\"",
                "smsStatusCallbackUrl | \"https://shop.example/#{{status}}\"",
                "statusCallbackUrl | \"http://shop.example/{{status}}\"",
                "statusCallbackUrl | \"https://10.0.0.1/{{status}}\"",
                "statusCallbackUrl | \"https://user:pw@169.254.169.254/latest/\"",
                "smsStatusCallbackUrl | \"https://192.168.1.1/?s={{status}}\"",
                "smsStatusCallbackUrl | \"https://shop.example:22/\"",
                "customProperties | {\"a\": 1}",
                "description | \"a\\u0000b\"",
                "campaignId | 99",
                "viewTemplateName | \"gold\"",
                "authentication | {\"socialSecurityNumber\": \"1\"}"
            })
    void aFieldThatIsWrongIsNamed(String field, String value) throws IOException {
        var json = new ObjectMapper();
        var body = (ObjectNode) json.readTree(scene.body(""));
        body.set(field, json.readTree(value));

        var refused = scene.partner.post("/api/pre-transactions", json.writeValueAsString(body));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors").properties().stream().map(Map.Entry::getKey))
                .containsExactly(field);
        assertThat(scene.partner
                        .get("/api/pre-transactions/ref/1/" + scene.reference)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statusCallbackUrl", "smsStatusCallbackUrl"})
    void aUserOfAnUrlThatNoColumnTakesIsRefused(String field) {
        var url = Sandbox.running().context().getEnvironment().getProperty("caravan.mock.url") + "/mock/merchant";

        var refused = scene.partner.post(
                "/api/pre-transactions",
                scene.body(field(field, url.replace("http://", "http://" + "æ".repeat(751) + "@"))));
        var longest = scene.partner.post(
                "/api/pre-transactions",
                scene.body(field(field, url.replace("http://", "http://" + "æ".repeat(750) + "@"))));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors").has(field)).isTrue();
        assertThat(longest.status()).as(longest.body()).isEqualTo(204);
    }

    private static String field(String name, String text) {
        return "\"" + name + "\": \"" + text + "\"";
    }

    @Test
    void customPropertiesThatNoColumnTakesAreRefused() {
        var longName = scene.body("\"customProperties\": {\"" + "n".repeat(40_000) + "\": \"\"}");
        var many = IntStream.range(0, 100)
                .mapToObj(i -> "\"p" + i + "\": \"" + "\\u0001".repeat(1000) + "\"")
                .collect(Collectors.joining(", "));

        assertThat(scene.partner.post("/api/pre-transactions", longName).status())
                .isEqualTo(400);
        assertThat(scene.partner
                        .post("/api/pre-transactions", scene.body("\"customProperties\": {" + many + "}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothingIsAskedOfPayersForNothing() {
        var refused = scene.partner.post(
                "/api/pre-transactions", scene.body("").replace("\"amount\": \"50.00\"", "\"amount\": 0"));
        var direct = scene.partner.post(
                "/api/transactions",
                "{\"partnerId\": 1, \"currency\": \"DKK\", \"amount\": \"0.00\", \"paymentProvider\": \"card\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(direct.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/amount/0").asText()).contains("0.01");
        assertThat(direct.json().at("/errors/amount/0").asText()).contains("0.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.01\"", "0.01", "999999.99", "\"999999.99\"", "1.500", "5e1"})
    void anAmountIsANumberOrAText(String amount) {
        var created = scene.partner.post(
                "/api/pre-transactions", scene.body("").replace("\"amount\": \"50.00\"", "\"amount\": " + amount));

        assertThat(created.status()).as(created.body()).isEqualTo(204);
    }

    @Test
    void valuesStayValuesInTextsAndUrls() {
        var id = scene.create(
                """
                "description": "a\\r\\nLocation: https://evil.example/?x=1&status=CaptureOk#<script>alert(1)</script>{{amount}}",
                "customProperties": {"status": "Forged", "own": "../../b?c=d&e"},
                "returnUrl": "https://shop.example/done/{{own}}?d={{description}}&s={{status}}"
                """);

        var page = scene.open(id);
        var shown = Http.get(page).body();
        var back = scene.payByCard(page);
        scene.awaitStatus("CaptureOk");
        var receipt = Http.get(back).body();

        assertThat(shown).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        assertThat(receipt)
                .contains("https://shop.example/done/..%2F..%2Fb%3Fc%3Dd%26e?d=a%0D%0ALocation%3A%20https%3A%2F%2Fevil")
                .contains("%7B%7Bamount%7D%7D", "s=CaptureOk")
                .doesNotContain("<script>alert", "Forged");
        assertThat(scene.show(id).get("returnUrl").asText()).contains("{{own}}");
    }
}
