package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What sales units are told of events. */
class WebhookFormTests {

    private static final UUID PAYMENT = UUID.fromString("018f4c1e-0000-7000-8000-000000000001");

    private final WebhookForm form = new WebhookForm();

    @Test
    void aCaptureIsToldWithItsOwnAmountAndTheKeyOfItsRequest() {
        var event = event(
                2,
                EventType.PAYMENT_CAPTURED,
                Map.of(
                        Detail.SALES_UNIT, "123456",
                        Detail.REFERENCE, "acme-shop-123-order123abc",
                        Detail.AMOUNT, "1500",
                        Detail.CURRENCY, "NOK",
                        Detail.OPERATION, "7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c23",
                        Detail.REQUEST_KEY, "capture-1"));

        assertThat(body(event))
                .isEqualTo("{\"msn\":\"123456\",\"reference\":\"acme-shop-123-order123abc\","
                        + "\"pspReference\":\"7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c23\",\"name\":\"CAPTURED\","
                        + "\"amount\":{\"currency\":\"NOK\",\"value\":1500},\"timestamp\":\"2023-09-01T12:00:00.123Z\","
                        + "\"idempotencyKey\":\"capture-1\",\"success\":true}");
    }

    @Test
    void theFirstEventNamesThePaymentAndAMissingKeyIsLeftOut() {
        var event = event(
                0,
                EventType.PAYMENT_CREATED,
                Map.of(
                        Detail.SALES_UNIT, "123456",
                        Detail.REFERENCE, "acme-shop-123-order123abc",
                        Detail.AMOUNT, "2000",
                        Detail.CURRENCY, "NOK"));

        assertThat(body(event)).contains("\"pspReference\":\"" + PAYMENT + "\"").doesNotContain("idempotencyKey");
    }

    @Test
    void aTestIsToldInFewWords() {
        assertThat(body(event(0, EventType.CALLBACK_TEST, Map.of())))
                .isEqualTo("{\"name\":\"TEST\",\"timestamp\":\"2023-09-01T12:00:00.123Z\",\"success\":true}");
    }

    @Test
    void eightEventsAreToldEachByAWebhookTypeOfItsOwn() {
        var told = Arrays.stream(EventType.values()).filter(form::tells).toList();

        assertThat(told)
                .map(type -> PaymentEvents.webhookType(type).orElseThrow())
                .containsExactlyInAnyOrder(
                        "epayments.payment.created.v1",
                        "epayments.payment.authorized.v1",
                        "epayments.payment.aborted.v1",
                        "epayments.payment.expired.v1",
                        "epayments.payment.terminated.v1",
                        "epayments.payment.captured.v1",
                        "epayments.payment.refunded.v1",
                        "epayments.payment.cancelled.v1");
    }

    private String body(Event event) {
        return new String(form.body(List.of(event)), StandardCharsets.UTF_8);
    }

    private static Event event(int number, EventType type, Map<Detail, String> details) {
        return new Event(
                EventId.next(),
                PAYMENT,
                number,
                type,
                MerchantId.random(),
                Dialect.EPAYMENT,
                Instant.parse("2023-09-01T12:00:00.123456Z"),
                details);
    }
}
