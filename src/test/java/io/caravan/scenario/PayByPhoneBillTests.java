package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.Billing;
import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.payment.PinAnswer;
import io.caravan.core.payment.PinEntry;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import io.caravan.usecase.payment.RequestOperation;
import io.caravan.usecase.pretransaction.ShowBilling;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payers who pay on their phone bills, with the service and the mock carrier as they run. */
class PayByPhoneBillTests {

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final String phone = "+45714" + String.format("%05d", System.nanoTime() % 100_000);
    private final String invoice = merchant.invoice(phone, "bill-" + UUID.randomUUID());
    private final ProducerTemplate routes = sandbox.context().getBean(ProducerTemplate.class);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/carrier/faults"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "twice"})
    void whoRepliesOkHasPaidWhenTheCarrierSaysSo(String webhook) {
        faults("{\"webhook\": \"" + webhook + "\"}");
        var begun = begin(phone, Confirmation.REPLY);
        assertThat(begun.stage()).isEqualTo(BillingStage.WAITING);
        assertThat(begun.wantsPin()).isFalse();

        reply(begun, "ok");

        awaitPaid();
        assertThat(alarms(begun)).isZero();
    }

    @Test
    void whoEntersThePinHasPaidAtOnceAndTheMerchantGivesItBack() {
        var begun = begin(phone, Confirmation.PIN);
        assertThat(begun.wantsPin()).isTrue();

        var wrong = enter(begun, "9999");
        assertThat(wrong.verdict()).isEqualTo(PinAnswer.Verdict.WRONG);
        assertThat(wrong.triesLeft()).contains(2);
        assertThat(enter(begun, "1234").verdict()).isEqualTo(PinAnswer.Verdict.TAKEN);
        assertThat(enter(begun, "1234").verdict()).isEqualTo(PinAnswer.Verdict.TAKEN);
        assertThat(merchant.status(invoice)).isEqualTo("paid");

        var refund = sandbox.context()
                .getBean(RequestOperation.class)
                .request(new Adjustment(begun.payment(), OperationKind.REFUND, begun.amount()));
        routes.sendBody("direct:give-operation", refund);

        assertThat(database.queryForObject(
                        "select refunded from payment where id = ?",
                        Long.class,
                        begun.payment().value()))
                .isEqualTo(36000);
        assertThat(alarms(begun)).isZero();
    }

    @Test
    void theThirdWrongPinIsTheLast() {
        var begun = begin(phone, Confirmation.PIN);
        enter(begun, "0000");
        enter(begun, "0001");

        assertThat(enter(begun, "0002").verdict()).isEqualTo(PinAnswer.Verdict.REFUSED);

        assertThat(enter(begun, "1234").verdict()).isEqualTo(PinAnswer.Verdict.REFUSED);
        assertThat(show(begun).code()).contains(BillingCode.MAX_PIN_RETRY);
        assertThat(begin(phone, Confirmation.REPLY).stage()).isEqualTo(BillingStage.WAITING);
    }

    @Test
    void whoRefusesCanPayOtherwise() {
        var begun = begin(phone, Confirmation.REPLY);

        reply(begun, "no");

        await().untilAsserted(() -> assertThat(show(begun).stage()).isEqualTo(BillingStage.REFUSED));
        assertThat(show(begun).code()).contains(BillingCode.REJECTED);
        assertThat(merchant.status(invoice)).isEqualTo("created");
    }

    @ParameterizedTest
    @CsvSource({"+4741000901, INSUFFICIENT_FUNDS, false", "+4741000907, TEMPORARY_ERROR, true"})
    void aPhoneThatMayNotBeBilledIsRefusedAtOnce(String number, BillingCode code, boolean again) {
        database.update("update payment set phone = null, confirmation = null where phone = ?", number);

        var refused = begin(number, Confirmation.REPLY);

        assertThat(refused.stage()).isEqualTo(BillingStage.REFUSED);
        assertThat(refused.code()).contains(code);
        assertThat(refused.isWorthAnotherTry()).isEqualTo(again);
    }

    @Test
    void anAnswerThatWasLostIsAskedAboutAndSoIsAWebhookThatNeverComes() {
        faults("{\"dropRate\": 1, \"webhook\": \"never\"}");
        var begun = begin(phone, Confirmation.REPLY);
        assertThat(begun.stage()).isEqualTo(BillingStage.BEGUN);
        mend();
        chase(begun);
        assertThat(show(begun).stage()).isEqualTo(BillingStage.WAITING);

        faults("{\"webhook\": \"never\"}");
        reply(begun, "ok");
        routes.requestBody("direct:return-from-page", begun.id());

        awaitPaid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", "currency", "reference"})
    void anAnswerThatLiesIsNotBelieved(String lie) {
        faults("{\"lie\": \"" + lie + "\", \"webhook\": \"never\"}");

        var begun = begin(phone, Confirmation.PIN);

        assertThat(begun.stage()).isEqualTo(BillingStage.BEGUN);
        assertThat(enter(begun, "1234").verdict()).isEqualTo(PinAnswer.Verdict.UNKNOWN);
        assertThat(merchant.status(invoice)).isEqualTo("created");
        assertThat(alarms(begun)).isPositive();
        mend();
        chase(begun);
        awaitPaid();
    }

    @Test
    void onlyTheCarriersSignatureIsHeardAndOnlyAboutWhatItWasTold() {
        var begun = begin(phone, Confirmation.REPLY);
        var said =
                """
                {"id": "crr_x", "transactionId": "%s", "correlationId": "%s", "price": 360.00, "currency": "DKK",
                 "statusCode": "Ok", "detailedStatusCode": "Delivered", "billed": true}"""
                        .formatted(begun.id(), begun.payment());

        assertThat(webhook("carrier", SignedWebhook.SECRET, said)).isEqualTo(401);
        assertThat(webhook("carrier", SignedWebhook.CARRIER_SECRET, said)).isEqualTo(202);
        assertThat(webhook(
                        "psp",
                        SignedWebhook.SECRET,
                        """
                        {"id": "%s", "key": "%s", "kind": "charge", "status": "charged", "reference": "%s",
                         "amount": 36000, "currency": "DKK"}"""
                                .formatted(reference(begun), begun.id(), begun.payment())))
                .isEqualTo(202);

        assertThat(show(begun).stage()).isEqualTo(BillingStage.WAITING);
        assertThat(merchant.status(invoice)).isEqualTo("created");
    }

    private Billing begin(String number, Confirmation confirmation) {
        var request = new BillingRequest(
                new InvoiceId(UUID.fromString(invoice)), new PhoneBill(new Phone(number), confirmation));
        return routes.requestBody("direct:start-billing", request, Billing.class);
    }

    private PinAnswer enter(Billing billing, String pin) {
        return routes.requestBody("direct:verify-pin", new PinEntry(billing.id(), pin), PinAnswer.class);
    }

    private Billing show(Billing billing) {
        return show(billing.id()).orElseThrow();
    }

    private Optional<Billing> show(OperationId id) {
        return sandbox.context().getBean(ShowBilling.class).show(id);
    }

    private void reply(Billing billing, String answer) {
        var path = "/mock/carrier/phones/" + phone.replace("+", "%2B") + "/" + billing.id() + "/" + answer;
        assertThat(Http.send("POST", sandbox.uri(path), "").status()).isEqualTo(200);
    }

    private void chase(Billing billing) {
        database.update(
                "update operation set lease_until = ? where id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                billing.id().value());
        routes.requestBody("direct:job-chase-payments", (Object) null);
    }

    private void faults(String settings) {
        assertThat(Http.send("POST", sandbox.uri("/mock/carrier/faults"), settings)
                        .status())
                .isEqualTo(200);
    }

    private int webhook(String provider, String secret, String body) {
        var action = provider.equals("psp") ? "charged" : "billed";
        var signed = SignedWebhook.of(
                secret, "evt_" + UUID.randomUUID(), Instant.now().getEpochSecond(), body);
        return Http.send(
                        "POST",
                        sandbox.uri("/api/callback/" + provider + "/" + action),
                        new String(signed.body(), StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        signed.id(),
                        "webhook-timestamp",
                        signed.timestamp(),
                        "webhook-signature",
                        signed.signature())
                .status();
    }

    private String reference(Billing billing) {
        return database.queryForObject(
                "select provider_reference from operation where id = ?",
                String.class,
                billing.id().value());
    }

    private void awaitPaid() {
        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("paid"));
    }

    private int alarms(Billing billing) {
        return database.queryForObject(
                "select count(*) from payment_alarm where payment_id = ?",
                Integer.class,
                billing.payment().value());
    }
}
