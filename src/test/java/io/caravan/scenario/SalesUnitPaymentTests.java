package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Payments as a sales unit and a payer live them, over the API and the wallet. */
class SalesUnitPaymentTests {

    private static final String PAYMENTS = "/epayment/v1/payments";

    private final Sandbox sandbox = Sandbox.running();
    private final SalesUnitClient shop = new SalesUnitClient(sandbox::uri, "no");

    /** The payment request sent directly to the app, step by step. */
    @Test
    void aPaymentIsPushedApprovedCapturedAndRefunded() {
        var phone = "+4791300001";
        var reference = reference();

        var created = create(push(reference, phone, ""), "create-" + reference);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().toString()).isEqualTo("{\"reference\":\"" + reference + "\"}");
        var item = awaitOnPhone(phone, reference);
        assertThat(item.get("kind").asText()).isEqualTo("payment");
        assertThat(item.get("merchant").asText()).isEqualTo("Fjord Outfitters");
        assertThat(press(phone, item, "postpone", "").status()).isEqualTo(200);
        assertThat(state(reference)).isEqualTo("CREATED");
        assertThat(adjust(reference, "capture", 2000, "early").body()).contains("6080");

        assertThat(press(phone, item, "approve", "").status()).isEqualTo(200);

        assertThat(state(reference)).isEqualTo("AUTHORIZED");
        var captured = adjust(reference, "capture", 1500, "c1");
        assertThat(captured.status()).as(captured.body()).isEqualTo(200);
        assertThat(adjust(reference, "capture", 1500, "c1").body()).isEqualTo(captured.body());
        assertThat(adjust(reference, "refund", 500, "r1").status()).isEqualTo(200);
        var aggregate = payment(reference).get("aggregate");
        assertThat(aggregate.at("/capturedAmount/value").asInt()).isEqualTo(1500);
        assertThat(aggregate.at("/refundedAmount/value").asInt()).isEqualTo(500);
        var events = shop.get(PAYMENTS + "/" + reference + "/events").json();
        assertThat(events.findValuesAsText("name")).containsExactly("CREATED", "AUTHORIZED", "CAPTURED", "REFUNDED");
        assertThat(press(phone, item, "approve", "").status()).isEqualTo(409);
        assertThat(atAcquirer(events.get(0).get("pspReference").asText())).isEqualTo("authorize capture refund");
    }

    /** The first payment of an invoice: the payer opens the landing page in the app and shares the number. */
    @Test
    void aPaymentIsOpenedInTheAppAndApprovedWithConsent() {
        var phone = "+4791300002";
        var reference = reference();
        var created = create(
                """
                {"amount":{"currency":"NOK","value":2000},"paymentMethod":{"type":"wallet"},"profile":{"scope":"phoneNumber"},
                "reference":"%s","returnUrl":"https://example.io/redirect?orderId=1512202","userFlow":"WEB_REDIRECT"}"""
                        .formatted(reference),
                reference);
        var url = created.json().get("redirectUrl").asText();

        var opened = Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/open"), "{\"url\":\"" + url + "\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        var item = awaitOnPhone(phone, reference);
        assertThat(item.get("scopes").toString()).isEqualTo("[\"phoneNumber\"]");
        assertThat(press(phone, item, "approve", "").status()).isEqualTo(200);

        var shown = payment(reference);
        assertThat(shown.get("state").asText()).isEqualTo("AUTHORIZED");
        assertThat(shown.at("/profile/sub").asText()).isNotEmpty();
        assertThat(shown.get("redirectUrl").asText()).isEqualTo(url);
        assertThat(create("{}", reference).status()).isEqualTo(409);
    }

    /** The subsequent payments of an invoice, which live until they are due. */
    @Test
    void aPaymentThatLivesLongIsRejectedOrRefusedAConsent() {
        var phone = "+4791300003";
        var long1 = reference();
        var long2 = reference();
        var end = Instant.now().plus(Duration.ofDays(20));
        create(push(long1, phone, ",\"expiresAt\":\"" + end + "\""), long1);
        create(push(long2, phone, ",\"profile\":{\"scope\":\"name\"}"), long2);

        assertThat(press(phone, awaitOnPhone(phone, long1), "reject", "").status())
                .isEqualTo(200);
        assertThat(press(phone, awaitOnPhone(phone, long2), "approve", "{\"consent\":false}")
                        .status())
                .isEqualTo(200);

        assertThat(state(long1)).isEqualTo("ABORTED");
        assertThat(state(long2)).isEqualTo("ABORTED");
        assertThat(adjust(long1, "capture", 2000, "c").body()).contains("6200");
    }

    @Test
    void aTestSalesUnitApprovesInThePayersPlaceAndCancels() {
        var reference = reference();
        create(push(reference, "+4791300004", ""), reference);

        var approved = shop.send("POST", "/epayment/v1/test/payments/" + reference + "/approve", "{}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body()).isEmpty();
        var cancelled = shop.send("POST", PAYMENTS + "/" + reference + "/cancel", "");

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.json().at("/aggregate/cancelledAmount/value").asInt())
                .isEqualTo(2000);
        assertThat(adjust(reference, "capture", 1, "late").body()).contains("6070");
    }

    @Test
    void whatIsWrongIsToldAndToldAgain() {
        var reference = reference();
        assertThat(create(push(reference, "+4799999999", ""), "no-wallet").body())
                .contains("7010");
        assertThat(create(push(reference, "+4791300005", ""), "no-wallet").status())
                .isEqualTo(409);
        assertThat(create(push("short", "+4791300005", ""), "short").status()).isEqualTo(400);
        assertThat(create(push(reference, "+4791300005", ""), "short").body()).contains("4020");
        assertThat(create(push(reference, "+4791300005", ""), "k".repeat(51)).status())
                .isEqualTo(400);
        assertThat(create(push(reference, "+4791300005", ""), reference).status())
                .isEqualTo(201);
        var taken = create(push(reference, "+4791300005", ""), "another");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("4150");
        var unknown = shop.get(PAYMENTS + "/" + reference());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("5090");
        var other = new SalesUnitClient(sandbox::uri, "dk").get(PAYMENTS + "/" + reference);
        assertThat(other.status()).isEqualTo(404);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        var reference = reference();
        create(push(reference, "+4791300006", ""), reference);

        for (int i = 0; i < 5; i++) {
            assertThat(adjust(reference, "capture", 1, "c" + i).status()).isEqualTo(400);
        }

        var refused = adjust(reference, "capture", 1, "c5");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoTriesOneReferenceTooOftenIsToldToWait() {
        var reference = reference();
        for (int i = 0; i < 5; i++) {
            assertThat(create(push(reference, "+4791300007", ""), reference + i).status())
                    .isEqualTo(i == 0 ? 201 : 409);
        }

        // a turn comes back every twelve seconds, for which the machine may have stood still
        var refused = await().until(
                        () -> create(
                                push(reference, "+4791300007", ""),
                                UUID.randomUUID().toString()),
                        reply -> reply.status() != 409);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(create(push(reference(), "+4791300007", ""), reference + 6).status())
                .isEqualTo(201);
    }

    private Http.Reply create(String body, String key) {
        return shop.send("POST", PAYMENTS, body, "Idempotency-Key", key);
    }

    private Http.Reply adjust(String reference, String what, int amount, String key) {
        return shop.send(
                "POST",
                PAYMENTS + "/" + reference + "/" + what,
                "{\"modificationAmount\":{\"currency\":\"NOK\",\"value\":" + amount + "}}",
                "Idempotency-Key",
                what + key + reference.substring(0, 20));
    }

    private JsonNode payment(String reference) {
        return shop.get(PAYMENTS + "/" + reference).json();
    }

    private String state(String reference) {
        return payment(reference).get("state").asText();
    }

    private JsonNode awaitOnPhone(String phone, String reference) {
        return await().until(
                        () -> StreamSupport.stream(
                                        Http.get(sandbox.uri("/mock/wallet/" + phone))
                                                .json()
                                                .spliterator(),
                                        false)
                                .filter(item -> item.get("reference").asText().equals(reference))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private Http.Reply press(String phone, JsonNode item, String button, String body) {
        return Http.send(
                "POST",
                sandbox.uri("/mock/wallet/" + phone + "/" + item.get("id").asText() + "/" + button),
                body);
    }

    /** What the acquirer has done with this payment, in order. */
    private String atAcquirer(String payment) {
        return StreamSupport.stream(
                        Http.get(sandbox.uri("/mock/psp/payments")).json().spliterator(), false)
                .filter(one -> one.get("reference").asText().equals(payment))
                .map(one -> one.get("kind").asText())
                .sorted()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String push(String reference, String phone, String more) {
        return """
                {"amount":{"currency":"NOK","value":2000},"customer":{"phoneNumber":%s},"paymentMethod":{"type":"wallet"},
                "reference":"%s","userFlow":"PUSH_MESSAGE"%s}"""
                .formatted(phone.substring(1), reference, more);
    }

    private static String reference() {
        return "acme-" + UUID.randomUUID();
    }
}
