package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.HoldOrder;
import io.caravan.support.Http;
import io.caravan.support.PartnerClient;
import io.caravan.support.PartnerScene;
import io.caravan.support.PhonePage;
import io.caravan.support.PreTransactionClient;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import io.caravan.usecase.ops.PlaceHold;
import io.caravan.usecase.ops.ReleaseHold;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Partners who know that their payer pays by phone, and what the payer is told afterwards. */
class PhoneByPartnerTests {

    private final Sandbox sandbox = Sandbox.running();
    private final PreTransactionClient client = PreTransactionClient.of(sandbox);
    private final PartnerClient partner = client.partner();
    private final String reference = "pp-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "+45716" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));

    @Test
    void initiateTransactionsDirectlyOnAPhoneBill() {
        var begun = begin("\"msisdn\": \"" + phone + "\"");
        assertThat(begun.json().get("statusCode").asText()).isEqualTo("Sent");
        assertThat(begun.json().get("paymentSetup").isNull()).isTrue();

        client.reply(phone, "ok");

        await().untilAsserted(
                        () -> assertThat(client.field(reference, "statusCode")).isEqualTo("Ok"));
        assertThat(client.field(reference, "success")).isEqualTo("true");
    }

    @Test
    void thePinIsTakenFromThePartnerToo() {
        var id = begun();

        var wrong = verify(id, "9999");
        var right = verify(id, "1234");

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.json().get("success").asBoolean()).isFalse();
        assertThat(wrong.json().get("triesLeft").asInt()).isEqualTo(2);
        assertThat(wrong.json().get("detailedStatusCode").asText()).isEqualTo("OneTimePasswordFailed");
        assertThat(right.json().get("success").asBoolean()).isTrue();
        assertThat(right.json().get("statusCode").asText()).isEqualTo("Ok");
        assertThat(verify(id, "9999").json().get("statusCode").asText()).isEqualTo("Ok");
    }

    @Test
    void thePinTwiceAtOncePaysOnce() throws Exception {
        var id = begun();
        Callable<Http.Reply> send = () -> verify(id, "1234");

        var replies = Race.of(List.of(send, send));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(client.field(reference, "statusCode")).isEqualTo("Ok");
        assertThat(client.field(reference, "amount")).isEqualTo("12.5");
    }

    @Test
    void thePinOfAnothersTransactionIsNotTaken() {
        var id = begun();
        var another = new PartnerClient(sandbox::uri, 3, "c2FuZGJveC1uby1obWFjLWtleQ==");

        assertThat(another.post("/api/transactions/3/" + id + "/verify", "{\"pinCode\": \"1234\"}")
                        .status())
                .isEqualTo(404);
        assertThat(another.post("/api/transactions/1/" + id + "/verify", "{\"pinCode\": \"1234\"}")
                        .status())
                .isEqualTo(403);
        assertThat(verify(id, "12 ab").status()).isEqualTo(400);
        assertThat(partner.post("/api/transactions/1/" + id + "/verify", "{}").status())
                .isEqualTo(400);
        assertThat(verify(UUID.randomUUID().toString(), "1234").status()).isEqualTo(404);
        assertThat(client.field(reference, "statusCode")).isEqualTo("Sent");
    }

    @Test
    void aTransactionWithoutAPinTakesNone() {
        var id = begin("\"paymentEntity\": \"" + phone + "\"")
                .json()
                .get("transactionId")
                .asText();

        var refused = verify(id, "1234");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("pinCode");
    }

    @Test
    void aPhoneThatIsNoneIsNotBegun() {
        for (var faulty : List.of(
                "\"paymentEntity\": \"+999123456\"",
                "\"msisdn\": \"12\"",
                "\"paymentEntity\": \"" + phone + "\", \"confirmation\": \"fax\"",
                "\"description\": \"none\"")) {
            assertThat(post(faulty).status()).as(faulty).isEqualTo(400);
        }
        assertThat(client.transaction(reference).status()).isEqualTo(404);
    }

    @Test
    void whoHasPaidGetsOneReceiptBySms() {
        var page = client.page(
                reference,
                "\"msisdn\": \"" + phone + "\", \"smsReceiptText\":"
                        + " \"Thanks for {{amount}} {{currency}} by {{paymentType}}, {{status}}, {{transactionId}}\"");
        var waiting = new PhonePage(page).choice().follow(Map.of("bill-whose", "known", "confirm", "pin"));
        waiting.pin().follow(Map.of("pinCode", "1234"));

        await().untilAsserted(() -> assertThat(inbox())
                .contains("Thanks for 50.00 DKK by phone, CaptureOk, " + client.field(reference, "transactionId")));

        assertThat(inbox().split("Thanks for", -1)).hasSize(2);
        assertThat(partner.get("/api/pre-transactions/ref/1/" + reference)
                        .json()
                        .get("smsNotificationParts")
                        .asInt())
                .isZero();
    }

    private String inbox() {
        return Http.get(sandbox.uri("/mock/sms/" + phone.replace("+", "%2B"))).body();
    }

    @Test
    void aCallbackThatWaitedTellsOfTheTransactionAsItWas() {
        var first = new PartnerScene(sandbox::uri);
        var url = sandbox.context().getEnvironment().getProperty("caravan.mock.url") + first.callbackPath()
                + "?ref={{referenceId}}&status={{status}}&code={{statusCode}}";
        var invoice = first.create("\"statusCallbackUrl\": \"" + url + "\"");
        var endpoint = new HoldOrder(HoldKind.ENDPOINT, endpointOf(invoice), "ops", "a test");
        sandbox.context().getBean(PlaceHold.class).place(endpoint);
        begin("\"msisdn\": \"" + phone + "\", \"statusCallbackUrl\": \"" + url + "\"");
        client.reply(phone, "no");
        await().untilAsserted(
                        () -> assertThat(client.field(reference, "statusCode")).isEqualTo("Failed"));

        sandbox.context().getBean(ReleaseHold.class).release(endpoint);

        await().untilAsserted(() -> assertThat(first.heard())
                .contains("ref=" + reference + "&status=Registered&code=Registered")
                .contains("ref=" + reference + "&status=Cancelled&code=Failed"));
    }

    private String endpointOf(String invoice) {
        return new JdbcTemplate(sandbox.context().getBean(DataSource.class))
                .queryForObject(
                        "select endpoint_id from callback_place where subject_id = ?",
                        String.class,
                        UUID.fromString(invoice));
    }

    private String begun() {
        return begin("\"paymentEntity\": \"" + phone + "\", \"confirmation\": \"PIN\"")
                .json()
                .get("transactionId")
                .asText();
    }

    private Http.Reply begin(String more) {
        var begun = post(more);
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun;
    }

    private Http.Reply post(String more) {
        return partner.post(
                "/api/transactions",
                """
                {"partnerId": 1, "currency": "DKK", "amount": "12.50", "paymentProvider": "phone", "referenceId": "%s", %s}"""
                        .formatted(reference, more),
                "Prefer",
                "return=representation");
    }

    private Http.Reply verify(String id, String pin) {
        return partner.post("/api/transactions/1/" + id + "/verify", "{\"pinCode\": \"" + pin + "\"}");
    }
}
