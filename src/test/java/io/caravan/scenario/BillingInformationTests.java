package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.pretransaction.OwnTransaction;
import io.caravan.support.Http;
import io.caravan.support.PartnerClient;
import io.caravan.support.Sandbox;
import io.caravan.usecase.payment.RequestOperation;
import io.caravan.usecase.pretransaction.FindTransaction;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** What the Norwegian partner is billed for, against what the acquirer, the carrier and the gateways of SMS have done. */
class BillingInformationTests {

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerClient partner = new PartnerClient(sandbox::uri, 3, "c2FuZGJveC1uby1obWFjLWtleQ==");
    private final String phone = "+4741" + String.format("%06d", System.nanoTime() % 1_000_000);
    private final List<String> transactions = new ArrayList<>();

    private record Sums(int count, BigDecimal amount, int refundCount, BigDecimal refundAmount, int smsParts) {

        Sums minus(Sums earlier) {
            return new Sums(
                    count - earlier.count,
                    amount.subtract(earlier.amount),
                    refundCount - earlier.refundCount,
                    refundAmount.subtract(earlier.refundAmount),
                    smsParts - earlier.smsParts);
        }
    }

    @Test
    void seeBillingInformation() {
        var before = billed();
        payByPhone("20.50");
        payByPhone("30.25");
        payByCard("99.00");
        giveBack(transactions.get(1));
        sendBySms();

        var wanted = new Sums(3, new BigDecimal("149.75"), 1, new BigDecimal("30.25"), 2);
        await().untilAsserted(() -> assertThat(billed().minus(before)).isEqualTo(wanted));

        assertThat(seenByProviders()).isEqualTo(wanted);
    }

    @Test
    void billingInformationComesAsCsvToo() {
        payByPhone("1.00");
        var path = "/api/billing/3?fromDate=" + LocalDate.now().minusDays(1);
        await().untilAsserted(() ->
                assertThat(partner.get(path).json().get("billing")).isNotEmpty());

        var csv = partner.send("GET", path, "", "Accept", "text/csv");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.body().lines().findFirst())
                .contains("date,paymentProvider,currency,count,amount,refundCount,refundAmount,smsParts");
        assertThat(csv.body().lines().skip(1)).anyMatch(line -> line.contains(",phone,NOK,"));
    }

    @Test
    void daysThatAreNoneAreRefused() {
        for (var query : List.of(
                "",
                "?fromDate=2026-02-30",
                "?fromDate=2026-01-02&toDate=2026-01-01",
                "?fromDate=2020-01-01&toDate=2026-01-01",
                "?fromDate=-999999999-01-01")) {
            assertThat(partner.get("/api/billing/3" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(partner.get("/api/billing/1?fromDate=2026-01-01").status()).isEqualTo(403);
    }

    private Sums billed() {
        var rows = partner.get("/api/billing/3?fromDate=" + LocalDate.now().minusDays(1))
                .json()
                .get("billing");
        return new Sums(
                sum(rows, "count").intValue(),
                sum(rows, "amount"),
                sum(rows, "refundCount").intValue(),
                sum(rows, "refundAmount"),
                sum(rows, "smsParts").intValue());
    }

    private static BigDecimal sum(JsonNode rows, String name) {
        return stream(rows).map(row -> row.get(name).decimalValue()).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private Sums seenByProviders() {
        var carrier = stream(Http.get(sandbox.uri("/mock/carrier/charges")).json())
                .filter(line -> transactions.contains(line.get("correlationId").asText())
                        && line.get("billed").asBoolean())
                .map(line -> line.get("price").decimalValue())
                .toList();
        var acquirer = stream(Http.get(sandbox.uri("/mock/psp/payments")).json())
                .filter(line -> transactions.contains(line.get("reference").asText())
                        && line.get("kind").asText().equals("capture"))
                .map(line -> BigDecimal.valueOf(line.get("amount").asLong(), 2))
                .toList();
        var taken = new ArrayList<>(acquirer);
        carrier.stream().filter(price -> price.signum() > 0).forEach(taken::add);
        var back = carrier.stream().filter(price -> price.signum() < 0).toList();
        var parts = stream(Http.get(sandbox.uri("/mock/sms/" + phone.replace("+", "%2B")))
                        .json())
                .mapToInt(sms -> sms.get("parts").asInt())
                .sum();
        return new Sums(
                taken.size(),
                taken.stream().reduce(new BigDecimal("0.00"), BigDecimal::add),
                back.size(),
                back.stream().reduce(new BigDecimal("0.00"), BigDecimal::add).negate(),
                parts);
    }

    private void payByPhone(String amount) {
        var id = begin(amount, "\"phone\", \"paymentEntity\": \"" + phone + "\", \"confirmation\": \"pin\"")
                .get("transactionId")
                .asText();
        var verified = partner.post("/api/transactions/3/" + id + "/verify", "{\"pinCode\": \"1234\"}");
        assertThat(verified.json().get("success").asBoolean())
                .as(verified.body())
                .isTrue();
    }

    private void payByCard(String amount) {
        var page = URI.create(begin(amount, "\"card\"").at("/paymentSetup/url").asText())
                .getPath();
        var paid = Http.send(
                "POST",
                sandbox.uri("/mock/psp/payments/" + page.substring(page.lastIndexOf('/') + 1) + "/pay"),
                "{\"card\": \"4111111111111111\"}",
                "Content-Type",
                "application/json");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    }

    private JsonNode begin(String amount, String provider) {
        var begun = partner.post(
                "/api/transactions",
                "{\"partnerId\": 3, \"currency\": \"NOK\", \"amount\": \"%s\", \"paymentProvider\": %s}"
                        .formatted(amount, provider),
                "Prefer",
                "return=representation");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        transactions.add(begun.json().get("transactionId").asText());
        return begun.json();
    }

    private void giveBack(String transaction) {
        var payment = PaymentId.parse(transaction).orElseThrow();
        var charge = sandbox.context()
                .getBean(FindTransaction.class)
                .find(new OwnTransaction(merchant(), payment))
                .payment()
                .amount();
        var refund = sandbox.context()
                .getBean(RequestOperation.class)
                .request(new Adjustment(payment, OperationKind.REFUND, charge));
        sandbox.context().getBean(ProducerTemplate.class).sendBody("direct:give-operation", refund);
    }

    private static MerchantId merchant() {
        return new MerchantId(UUID.fromString("7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c22"));
    }

    /** In two parts. */
    private void sendBySms() {
        var sent = partner.post(
                "/api/pre-transactions",
                """
                {"partnerId": 3, "currency": "NOK", "amount": "5", "paymentProviders": ["card"], "msisdn": "%s",
                 "smsNotificationText": "%s {{paymentSelectionPageUrl}}"}"""
                        .formatted(phone, "x".repeat(180)));
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
    }

    private static Stream<JsonNode> stream(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
