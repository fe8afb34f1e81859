package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant that shows its payers where to transfer money to, with the service and the mock bank as they run. */
class PaymentInvoiceFlowTests {

    private static final String JSON = "application/json";
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxDK00000001:key-dk".getBytes(StandardCharsets.UTF_8));

    private final Sandbox sandbox = Sandbox.running();

    /** It knows whether the machine has stood still since a test began. */
    private final HostedFixture hosted = new HostedFixture(sandbox);

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
    }

    @Test
    void aPayerConfirmsAndTheBanksReportDecides() throws Exception {
        var created = create("2126.68", "UAH", "test_uah_invoice", "").json().get("data");
        var id = created.get("id").asText();
        assertThat(created.at("/attributes/status").asText()).isEqualTo("process_pending");

        var confirmed = confirm(id, "{\"payload\":{\"invoice_receipt_number\":\"17\",\"message\":\"paid\"}}");
        var reference = reference(created);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json().at("/data/attributes/status").asText()).isEqualTo("process_pending");
        await().until(() -> Http.get(sandbox.uri("/mock/bank")).body().contains("paid&quot;}"));
        press(reference, "paid");

        awaitStatus(id, "processed");
        assertThat(confirm(id, "{\"payload\":{\"invoice_receipt_number\":\"17\",\"message\":\"paid\"}}")
                        .status())
                .isEqualTo(409);
        await().until(() -> told(id).contains("processed"));
        hosted.awaitTold(id, "process_pending", "processed");
    }

    @ParameterizedTest
    @CsvSource({"paid, processed", "less, partially_processed", "more, processed", "never, process_failed"})
    void whatThePayerDoesIsTold(String button, String status) {
        var created = create("10", "EUR", "test_eur_invoice", "").json().get("data");
        var id = created.get("id").asText();
        assertThat(confirm(id, "{\"payload\":{}}").status()).isEqualTo(409);

        press(reference(created), button);

        awaitStatus(id, status);
    }

    @Test
    void aListIsFilteredAndReadPageByPage() {
        var reference = "list-" + UUID.randomUUID();
        var one = create("10", "EUR", "test_eur_invoice", "\"reference_id\":\"" + reference + "\",")
                .json()
                .get("data");
        create("11", "EUR", "test_eur_invoice", "");

        var named = list(
                "filter[reference_id]=" + one.at("/attributes/reference_id").asText());
        var first = list("filter[status]=process_pending&page[size]=1");
        var second = list("filter[status]=process_pending&page[size]=1&page[number]=2");

        assertThat(named.json().get("data")).hasSize(1);
        assertThat(named.json().at("/data/0/id")).isEqualTo(one.get("id"));
        assertThat(first.json().at("/data/0/attributes/status").asText()).isEqualTo("process_pending");
        assertThat(first.json().get("data")).hasSize(1);
        assertThat(second.json().at("/data/0/id")).isNotEqualTo(first.json().at("/data/0/id"));
        assertThat(list("filter[status]=lost&page[size]=101").json().get("errors"))
                .hasSize(2);
    }

    private Http.Reply list(String query) {
        var path = "/api/payment-invoices?" + query.replace("[", "%5B").replace("]", "%5D");
        return Http.get(sandbox.uri(path), "Authorization", BASIC);
    }

    @Test
    void moneyIsGivenBackInPartsAndNeverMoreThanCame() {
        var created = create("10", "EUR", "sepa_qr_eur_invoice", "").json().get("data");
        var id = created.get("id").asText();
        transfer(reference(created), "10", "EUR");
        awaitStatus(id, "processed");

        var refund = refund(id, "4.5", "rf-" + id);

        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.json().at("/data/attributes/status").asText()).isEqualTo("processed");
        assertThat(refund(id, "4.5", "rf-" + id).json()).isEqualTo(refund.json());
        assertThat(refund(id, "5.51", "more-" + id).status()).isEqualTo(422);
        var self = refund.json().at("/data/links/self").asText();
        assertThat(Http.get(sandbox.uri(self), "Authorization", BASIC).json()).isEqualTo(refund.json());
        awaitStatus(id, "partially_refunded");
    }

    @Test
    void whileTheBankIsDownWhatItMakesIsNotTakenAndLaterTheSameRequestIs() {
        Http.send("POST", sandbox.uri("/mock/bank/faults"), "{\"errorRate\":1,\"status\":503}", "Content-Type", JSON);
        var more = "\"reference_id\":\"down-" + UUID.randomUUID() + "\",";

        var refused = create("10", "EUR", "test_eur_invoice", more);
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
        var again = create("10", "EUR", "test_eur_invoice", more);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/data/attributes/status").asText()).isEqualTo("process_pending");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10|EUR|nothing_eur_invoice|''|422|/data/attributes/service",
                "10|USD|sepa_qr_eur_invoice|''|422|/data/attributes/currency",
                "10|euros|sepa_qr_eur_invoice|''|422|/data/attributes/currency",
                "0|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "-1|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "1000000.01|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "1.001|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "1e99|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "\"10\"|EUR|sepa_qr_eur_invoice|''|422|/data/attributes/amount",
                "10|INR|upi_qr_inr_invoice|'\"service_fields\":{\"vpa\":\"x\"},'|422|/data/attributes/service_fields/vpa",
                "10|EUR|sepa_qr_eur_invoice|'\"expires\":1,'|422|/data/attributes/expires",
                "10|EUR|sepa_qr_eur_invoice|'\"callback_url\":\"ftp://x\",'|422|/data/attributes/callback_url",
                "10|EUR|sepa_qr_eur_invoice|'\"callback_url\":\"https://169.254.169.254/x\",'|422|/data/attributes/callback_url",
                "10|EUR|sepa_qr_eur_invoice|'\"callback_url\":\"http://shop.example/x\",'|422|/data/attributes/callback_url",
                "10|EUR|sepa_qr_eur_invoice|'\"customer\":{},'|422|/data/attributes/customer/reference_id"
            })
    void whatIsWrongIsNamedWithItsPlace(
            String amount, String currency, String service, String more, int status, String pointer) {
        var reply = create(amount, currency, service, more);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void aReferenceStandsForOneRequestOnly() {
        var more = "\"reference_id\":\"once-" + UUID.randomUUID() + "\",";
        var first = create("10", "EUR", "sepa_qr_eur_invoice", more);

        var again = create("10.00", "EUR", "sepa_qr_eur_invoice", more);
        var other = create("11", "EUR", "sepa_qr_eur_invoice", more);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/data/id")).isEqualTo(first.json().at("/data/id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/reference_id");
    }

    @Test
    void whatCannotBeConfirmedIsToldWhy() {
        var over = idOf(await().until(this::createToEndSoon, reply -> reply.status() == 201));
        var id = idOf(create("10", "USD", "test_usd_invoice", ""));
        var number = "{\"payload\":{\"confirm_number\":\"17\"}}";

        var missing = confirm(id, "{\"payload\":{}}");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.json().at("/errors/0/source/pointer").asText()).isEqualTo("/payload/confirm_number");
        assertThat(confirm(id, number).status()).isEqualTo(200);
        assertThat(confirm(id, number).status()).isEqualTo(200);
        assertThat(confirm(id, number.replace("17", "18")).status()).isEqualTo(409);

        await().untilAsserted(() -> assertThat(hosted.show(over).body()).contains("The time to pay is over"));
        assertThat(confirm(over, number).status()).isEqualTo(410);
    }

    /** Refused if its time is over before it is read, as when the machine stands still. */
    private Http.Reply createToEndSoon() {
        var soon = "\"expires\":" + Instant.now().plusSeconds(3).getEpochSecond() + ",";
        return create("10", "USD", "test_usd_invoice", soon);
    }

    private static String idOf(Http.Reply created) {
        return created.json().at("/data/id").asText();
    }

    @Test
    void anotherMediaTypeIsNotAcceptedAndTheirsIsAnswered() {
        var html = Http.get(sandbox.uri("/payment-invoices"), "Authorization", BASIC, "Accept", "text/html");
        var theirs = Http.get(
                sandbox.uri("/payment-invoices"), "Authorization", BASIC, "Accept", "application/vnd.api+json");

        assertThat(html.status()).isEqualTo(406);
        assertThat(html.json().at("/errors/0/source/header").asText()).isEqualTo("Accept");
        assertThat(theirs.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
    }

    @Test
    void whatIsNotSignedByTheBankIsNotHeard() {
        var created = create("10", "EUR", "sepa_qr_eur_invoice", "").json().get("data");
        var body = "{\"id\":\"trf_1\",\"reference\":\"" + reference(created) + "\",\"amount\":10,\"currency\":\"EUR\"}";
        var forged = SignedWebhook.of(
                SignedWebhook.CARRIER_SECRET,
                "evt_" + UUID.randomUUID(),
                Instant.now().getEpochSecond(),
                body);

        var reply = Http.send(
                "POST",
                sandbox.uri("/api/callback/bank/transfer"),
                body,
                "Content-Type",
                JSON,
                "webhook-id",
                forged.id(),
                "webhook-timestamp",
                forged.timestamp(),
                "webhook-signature",
                forged.signature());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(status(created.get("id").asText())).isEqualTo("process_pending");
    }

    @Test
    void whoConfirmsTooOftenIsToldToWait() {
        var id = create("10", "EUR", "bank_transfer_eur_invoice", "")
                .json()
                .at("/data/id")
                .asText();
        for (int i = 0; i < 10; i++) {
            assertThat(confirm(id, "{\"payload\":{}}").status()).isEqualTo(422);
        }

        var reply = confirm(id, "{\"payload\":{\"confirm_number\":\"1\"}}");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(confirm("cpi_0000000000000000", "{\"payload\":{}}").status()).isEqualTo(404);
    }

    private Http.Reply create(String amount, String currency, String service, String more) {
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{%s"amount":%s,"test_mode":true,"currency":"%s",
                "service":"%s","flow":"charge","options":{}}}}"""
                        .formatted(more, amount, currency, service);
        return post("/payment-invoices", body);
    }

    private Http.Reply refund(String id, String amount, String reference) {
        return post(
                "/api/payment-invoices/" + id + "/refund",
                "{\"data\":{\"type\":\"refund\",\"attributes\":{\"invoiceId\":\"%s\",\"amount\":%s,\"reference_id\":\"%s\"}}}"
                        .formatted(id, amount, reference));
    }

    private Http.Reply post(String path, String body) {
        return Http.send("POST", sandbox.uri(path), body, "Content-Type", JSON, "Authorization", BASIC);
    }

    private Http.Reply confirm(String id, String body) {
        return Http.send("POST", sandbox.uri("/payment-invoices/" + id + "/confirm"), body, "Content-Type", JSON);
    }

    private void press(String reference, String button) {
        var reply = Http.send("POST", sandbox.uri("/mock/bank/payments/" + reference + "/" + button), "");
        assertThat(reply.status()).isBetween(200, 299);
    }

    private void transfer(String reference, String amount, String currency) {
        var body = "{\"reference\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}".formatted(reference, amount, currency);
        assertThat(Http.send("POST", sandbox.uri("/mock/bank/transfers"), body, "Content-Type", JSON)
                        .status())
                .isEqualTo(201);
    }

    private static String reference(JsonNode created) {
        return created.at("/attributes/flow_data/requisites/reference").asText();
    }

    private void awaitStatus(String id, String status) {
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    private String status(String id) {
        return Http.get(sandbox.uri("/api/payment-invoices/" + id), "Authorization", BASIC)
                .json()
                .at("/data/attributes/status")
                .asText();
    }

    /** The statuses told of it, in the order in which they came, each with a signature that is right. */
    private List<String> told(String id) throws Exception {
        var statuses = new ArrayList<String>();
        for (var one : Http.get(sandbox.uri("/mock/merchant/received")).json()) {
            var body = one.get("body").asText();
            if (body.contains(id)) {
                assertThat(one.get("headers").toString().toLowerCase(java.util.Locale.ROOT))
                        .contains(signature(body).toLowerCase(java.util.Locale.ROOT));
                statuses.add(0, body.replaceAll("(?s).*?\"status\":\"(\\w+)\".*", "$1"));
            }
        }
        return statuses;
    }

    private static String signature(String body) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1")
                .digest(("sk_test_dk" + body + "sk_test_dk").getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
