package io.caravan.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.MovableClock;
import io.caravan.support.SignedWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mock carrier puts on phone bills, and that it does so once. */
class MockCarrierTests {

    private static final String PHONE = "+4790000001";
    private static final String PATH = "/mock/carrier/transactions";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private MockMemory memory;
    private MockCarrier carrier;
    private MockSubscribers subscribers;

    @BeforeEach
    void open() {
        memory = new MockMemory(folder);
        var webhooks = MockWebhooks.ofCarrier(
                memory,
                new MockFaults(memory.jdbc(), clock),
                clock,
                "http://127.0.0.1:1",
                SignedWebhook.CARRIER_SECRET);
        carrier = new MockCarrier(memory, webhooks, clock);
        subscribers = new MockSubscribers(memory, webhooks, clock);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void aReplyBillsOnceAndTheServiceIsToldOnce() {
        assertThat(charge("t1", PHONE, true).path("statusCode").asText()).isEqualTo("Sent");

        assertThat(reply("t1", "ok").status()).isEqualTo(200);
        assertThat(reply("t1", "ok").status()).isEqualTo(409);
        assertThat(reply("t1", "no").status()).isEqualTo(409);

        assertThat(json(carrier.transaction("t1")).path("billed").asBoolean()).isTrue();
        assertThat(json(carrier.webhooks())).hasSize(1);
        assertThat(json(carrier.webhooks()).get(0).path("action").asText()).isEqualTo("billed");
    }

    @Test
    void theSameOrderAgainIsTheSameTransactionAndAnotherUnderItsIdIsRefused() {
        var first = charge("t1", PHONE, true);

        assertThat(charge("t1", PHONE, true)).isEqualTo(first);
        assertThat(carrier.transact(order("t1", "+4790000002", "360.00", true, ""), PATH)
                        .status())
                .isEqualTo(409);
        assertThat(json(carrier.charges())).hasSize(1);
    }

    @Test
    void aRightPinBillsAndTheThirdWrongOneEnds() {
        charge("t1", PHONE, false);
        assertThat(pin("t1", "9999").path("triesLeft").asInt()).isEqualTo(2);
        assertThat(pin("t1", "1234").path("statusCode").asText()).isEqualTo("Ok");
        assertThat(pin("t1", "9999").path("statusCode").asText()).isEqualTo("Ok");

        charge("t2", PHONE, false);
        pin("t2", "1");
        pin("t2", "2");
        assertThat(pin("t2", "3").path("detailedStatusCode").asText()).isEqualTo("MaxPinRetry");
        assertThat(pin("t2", "1234").path("billed").asBoolean()).isFalse();
        assertThat(reply("t2", "ok").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"true, Expired", "false, OneTimePasswordExpired"})
    void whoTakesTooLongIsNotBilled(boolean byReply, String code) {
        charge("t1", PHONE, byReply);
        clock.advance(Duration.ofMinutes(5));

        assertThat(pin("t1", "1234").path("billed").asBoolean()).isFalse();
        subscribers.act();

        assertThat(json(carrier.transaction("t1")).path("detailedStatusCode").asText())
                .isEqualTo(code);
    }

    @Test
    void somePhonesActByThemselves() {
        assertThat(charge("t1", "+4741000901", true).path("detailedStatusCode").asText())
                .isEqualTo("InsufficientFunds");
        charge("t2", "+4741000911", true);
        charge("t3", "+4741000912", true);
        clock.advance(Duration.ofSeconds(3));

        subscribers.act();

        assertThat(json(carrier.transaction("t2")).path("statusCode").asText()).isEqualTo("Ok");
        assertThat(json(carrier.transaction("t3")).path("detailedStatusCode").asText())
                .isEqualTo("Rejected");
    }

    @Test
    void thePageHasButtonsForWhatWaitsAndLeadsBackToItself() {
        var pages = new MockCarrierPages(subscribers, carrier);
        charge("t1", PHONE, true);
        charge("t2", PHONE, false);

        assertThat(pages.show().text())
                .contains(
                        "action=\"/mock/carrier/phones/%2B4790000001/t1/ok\"",
                        "action=\"/mock/carrier/phones/%2B4790000001/t2/no\"", "Your PIN is 1234")
                .doesNotContain("t2/ok");
        assertThat(pages.reply(PHONE, "t1", "ok", PATH, "text/html").location()).isEqualTo("/mock/carrier");
        assertThat(pages.show().text()).contains("Ok, Delivered").doesNotContain("t1/ok");
    }

    @Test
    void noMoreIsReversedThanWasBilled() {
        var id = charge("t1", PHONE, true).path("id").asText();
        assertThat(reverse("r1", id, "-360.00").path("detailedStatusCode").asText())
                .isEqualTo("InvalidAmount");
        reply("t1", "ok");

        assertThat(reverse("r2", id, "-300.00").path("statusCode").asText()).isEqualTo("Ok");
        assertThat(reverse("r2", id, "-300.00").path("statusCode").asText()).isEqualTo("Ok");
        assertThat(reverse("r3", id, "-60.01").path("statusCode").asText()).isEqualTo("Failed");
        assertThat(reverse("r4", id, "-60.00").path("statusCode").asText()).isEqualTo("Ok");

        assertThat(json(carrier.transaction("t1")).path("statusCode").asText()).isEqualTo("Reversed");
        assertThat(json(carrier.transactions("2026-11-20", "")).path("transactions"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "{\"transactionId\": \"t1\"}"})
    void whatIsNoOrderIsRefused(String body) {
        assertThat(carrier.transact(body, PATH).status()).isEqualTo(400);
        assertThat(carrier.transact(order("t1", PHONE, "360.001", true, ""), PATH)
                        .status())
                .isEqualTo(400);
        assertThat(carrier.transact(order("t1", PHONE, "-1.00", true, ""), PATH).status())
                .isEqualTo(400);
    }

    private JsonNode charge(String id, String phone, boolean byReply) {
        return json(carrier.transact(order(id, phone, "360.00", byReply, ""), PATH));
    }

    private JsonNode reverse(String id, String original, String price) {
        return json(carrier.transact(order(id, PHONE, price, true, original), PATH));
    }

    private JsonNode pin(String id, String pin) {
        return json(carrier.verify(id, "{\"oneTimePassword\": \"" + pin + "\"}", PATH));
    }

    private MockReply reply(String id, String answer) {
        return subscribers.reply(PHONE, id, answer, PATH);
    }

    private static String order(String id, String phone, String price, boolean byReply, String original) {
        return """
                {"transactionId": "%s", "merchantId": "us", "serviceCode": "14001", "shortNumber": "2002",
                 "recipient": "%s", "price": %s, "currency": "DKK", "invoiceText": "Invoice 301", "smsConfirmation": %s,
                 "timeout": 5, "originalId": "%s", "correlationId": "pay-1"}"""
                .formatted(id, phone, price, byReply, original);
    }

    private static JsonNode json(MockReply reply) {
        return MockJson.read(reply.text());
    }
}
