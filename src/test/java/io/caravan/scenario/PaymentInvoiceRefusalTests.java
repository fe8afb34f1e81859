package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.SignedWebhook;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What merchants and the bank may not say about transfers, with the service and the mock bank as they run. */
class PaymentInvoiceRefusalTests extends WithMockBank {

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
                "10|EUR|sepa_qr_eur_invoice|'\"customer\":{},'|422|/data/attributes/customer/reference_id",
                "10|EUR|sepa_qr_eur_invoice|'\"customer\":{\"reference_id\":\"\"},'|422|/data/attributes/customer/reference_id"
            })
    void whatIsWrongIsNamedWithItsPlace(
            String amount, String currency, String service, String more, int status, String pointer) {
        var reply = create(amount, currency, service, more);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void namesOfFieldsThatNoColumnTakesAreRefused() {
        var longest = "\"service_fields\":{\"" + "k".repeat(255) + "\":\"v\"},";

        var refused = create("10", "EUR", "sepa_qr_eur_invoice", longest.replace("k\"", "kk\""));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/service_fields");
        assertThat(create("10", "EUR", "sepa_qr_eur_invoice", longest).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"'\"type\":\"invoices\",', 409", "'', 422"})
    void onlyAnotherTypeIsAConflict(String type, int status) {
        var reply = post(
                "/payment-invoices", "{\"data\":{" + type + "\"attributes\":{\"amount\":10,\"currency\":\"EUR\"}}}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/source/pointer").asText()).isEqualTo("/data/type");
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
        var undecided = confirm(idOf(createWithoutService()), number);
        assertThat(undecided.status()).isEqualTo(409);
        assertThat(undecided.json().at("/errors/0/code").asText()).isEqualTo("confirmation_not_wanted");
    }

    private Http.Reply createWithoutService() {
        return post(
                "/payment-invoices",
                "{\"data\":{\"type\":\"payment-invoices\",\"attributes\":{\"amount\":10,\"currency\":\"EUR\"}}}");
    }

    /** Refused if its time is over before it is read, as when the machine stands still. */
    private Http.Reply createToEndSoon() {
        var soon = "\"expires\":" + Instant.now().plusSeconds(3).getEpochSecond() + ",";
        return create("10", "USD", "test_usd_invoice", soon);
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

    @Test
    void aConfirmationLongerThanIsKeptIsRefused() {
        var id = create("10", "EUR", "bank_transfer_eur_invoice", "")
                .json()
                .at("/data/id")
                .asText();

        var values = IntStream.range(0, 20)
                .mapToObj(i -> "\"more" + i + "\":\"" + "x".repeat(900) + "\",")
                .collect(Collectors.joining());

        var reply = confirm(id, "{\"payload\":{" + values + "\"confirm_number\":\"17\"}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/source/pointer").asText()).isEqualTo("/payload");
    }
}
