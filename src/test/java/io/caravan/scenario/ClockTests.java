package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.CallbackReceiver;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PartnerScene;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import io.caravan.support.WalletClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Months in seconds: people move the clock of a service of their own, and what is due then happens. */
@OwnProcesses
class ClockTests {

    private static ServiceProcess service;
    private static MerchantClient merchant;
    private static CallbackReceiver receiver;

    @BeforeAll
    static void start() throws IOException {
        int mocks = Ports.free();
        service = new ServiceProcess(
                        Files.createTempDirectory(Path.of("target"), "clock-"),
                        Map.of(
                                "caravan.mock.port",
                                String.valueOf(mocks),
                                "caravan.mock.url",
                                "http://127.0.0.1:" + mocks,
                                "caravan.callbacks.mobilepay.gather",
                                "1s",
                                "caravan.sandbox.demo",
                                "false"))
                .start();
        merchant = new MerchantClient(service::uri);
        receiver = new CallbackReceiver();
        merchant.callbacksTo(receiver.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
    }

    @Test
    void aMonthLaterDuePaymentsAreMadeAndTheRestExpires() {
        realTime();
        var scheduled = onPhone("+4577007700");
        var ignored = onPhone("+4571200101");
        assertThat(accept("+4577007700", scheduled, today().plusDays(10)).status())
                .isEqualTo(200);
        awaitTold(scheduled, "Created", "Accepted");

        move("{\"advance\":\"P32D\"}");

        awaitTold(scheduled, "Created", "Accepted", "Paid");
        awaitTold(ignored, "Created", "Expired");
    }

    @Test
    void anExpiredCardIsTriedTwiceAndThePayerIsToldInTheMorning() {
        realTime();
        var phone = "+4577007701";
        var invoice = onPhone(phone);
        accept(phone, invoice, today().plusDays(2));
        awaitTold(invoice, "Created", "Accepted");

        move("{\"now\":\"" + midnight(2) + "\"}");
        await().until(() -> attempts(invoice) == 1);
        move("{\"advance\":\"PT4H\"}");

        await().until(() -> attempts(invoice) == 2);
        awaitTold(invoice, "Created", "Accepted", "Accepted");
        assertThat(texts(phone)).doesNotContain("kunne ikke");
        move("{\"advance\":\"PT8H\"}");
        await().until(() -> texts(phone).contains("kunne ikke gennemføres"));
    }

    @Test
    void anAcceptedInvoiceIsRejectedOrCanceledBeforeItsDayAndIsNotPaidOnIt() {
        realTime();
        var phone = "+4571200102";
        var rejected = onPhone(phone);
        var canceled = onPhone(phone);
        for (var invoice : List.of(rejected, canceled)) {
            accept(phone, invoice, today().plusDays(2));
            awaitTold(invoice, "Created", "Accepted");
        }

        assertThat(WalletClient.rejectAt(service::uri, phone, rejected).status())
                .isEqualTo(200);
        assertThat(merchant.cancel(canceled).status()).isEqualTo(204);
        move("{\"advance\":\"P40D\"}");

        awaitTold(rejected, "Created", "Accepted", "Rejected");
        awaitTold(canceled, "Created", "Accepted", "Canceled");
        assertThat(merchant.status(rejected)).isEqualTo("rejected");
        assertThat(merchant.status(canceled)).isEqualTo("canceled");
    }

    @Test
    void anAcceptedInvoiceWhosePaymentsAreRefusedExpires() {
        realTime();
        var phone = "+4577007701";
        var invoice = onPhone(phone);
        accept(phone, invoice, today().plusDays(2));
        awaitTold(invoice, "Created", "Accepted");

        move("{\"advance\":\"P40D\"}");
        await().until(() -> attempts(invoice) == 1);
        move("{\"advance\":\"P1D\"}");

        await().untilAsserted(() -> assertThat(merchant.status(invoice)).isEqualTo("expired"));
        assertThat(attempts(invoice)).isEqualTo(2);
    }

    @Test
    void aPayerWhoAcceptsByThemselvesSchedulesTheDueDate() {
        realTime();
        var reply = merchant.post(
                "/invoices",
                MerchantClient.body("+4577007705", number())
                        .replace(today().toString(), today().plusDays(3).toString()));
        var invoice = reply.json().get("InvoiceId").asText();
        awaitTold(invoice, "Created", "Accepted");

        move("{\"now\":\"" + midnight(3) + "\"}");

        awaitTold(invoice, "Created", "Accepted", "Paid");
    }

    @Test
    void aPartnersInvoiceIsBroughtToMindAfterTwoDaysUnlessItIsPaidOrOver() {
        realTime();
        var unpaid = bySms("");
        var paid = bySms("");
        var over = bySms(", \"expiryUtc\": \"" + inUtc(Duration.ofDays(1)) + "\"");
        paid.payByCard(paid.open(idOf(paid)));
        paid.awaitStatus("CaptureOk");
        move("{\"advance\":\"P1DT23H50M\"}");
        assertThat(unpaid.links()).isEqualTo(1);

        move("{\"advance\":\"PT20M\"}");

        await().until(() -> unpaid.links() == 2);
        await().until(() ->
                unpaid.show(idOf(unpaid)).get("smsNotificationParts").asInt() == 2);
        assertThat(paid.links()).as(paid.inbox()).isEqualTo(1);
        assertThat(over.links()).as(over.inbox()).isEqualTo(1);
        assertThat(Http.get(over.open(idOf(over))).body()).doesNotContain("/card\"");
    }

    @Test
    void aPartnersSmsWaitsForItsTime() {
        realTime();
        var scene = new PartnerScene(service::uri);
        scene.create("\"msisdn\": \"" + scene.phone + "\", \"smsNotificationSendTimeUtc\": \""
                + inUtc(Duration.ofHours(20)) + "\"");
        move("{\"advance\":\"PT19H\"}");
        assertThat(scene.links()).isZero();

        move("{\"advance\":\"PT2H\"}");

        await().until(() -> scene.links() == 1);
    }

    /** An invoice whose campaign reminds payers, once its SMS has come. */
    private static PartnerScene bySms(String more) {
        var scene = new PartnerScene(service::uri);
        scene.create("\"campaignId\": 1, \"msisdn\": \"" + scene.phone + "\"" + more);
        await().until(() -> scene.links() == 1);
        return scene;
    }

    private static String idOf(PartnerScene scene) {
        return scene.partner
                .get("/api/pre-transactions/ref/1/" + scene.reference)
                .json()
                .get("preTransactionId")
                .asText();
    }

    private static Instant inUtc(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void theClockGoesBackOnlyWhenItIsLetGo() {
        realTime();
        move("{\"advance\":\"P1D\"}");

        assertThat(Http.send("POST", service.uri("/mock/clock"), "{\"now\":\"2020-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        assertThat(Http.send("POST", service.uri("/mock/clock"), "{}").status()).isEqualTo(400);
        assertThat(ahead()).isGreaterThanOrEqualTo(Duration.ofDays(1).minusMinutes(1));

        realTime();
        assertThat(ahead()).isLessThan(Duration.ofMinutes(1));
    }

    private static void move(String where) {
        var reply = Http.send("POST", service.uri("/mock/clock"), where);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static void realTime() {
        assertThat(Http.send("DELETE", service.uri("/mock/clock"), "").status()).isEqualTo(200);
    }

    private static Duration ahead() {
        var now = Http.get(service.uri("/mock/clock")).json().get("now").asText();
        return Duration.between(Instant.now(), Instant.parse(now));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    }

    private static Instant midnight(int days) {
        return today().plusDays(days)
                .atStartOfDay(ZoneId.of("Europe/Copenhagen"))
                .toInstant();
    }

    /** An invoice that waits on this phone. */
    private static String onPhone(String phone) {
        var invoice = merchant.invoice(phone, number());
        await().until(() -> waiting(phone).contains(invoice));
        return invoice;
    }

    private static Http.Reply accept(String phone, String invoice, LocalDate day) {
        return Http.send(
                "POST",
                service.uri("/mock/wallet/" + phone + "/" + invoice + "/accept"),
                "{\"paymentDate\":\"" + day + "\"}");
    }

    private static String waiting(String phone) {
        return Http.get(service.uri("/mock/wallet/" + phone)).body();
    }

    private static String texts(String phone) {
        return Http.get(service.uri("/mock/sms/" + phone)).body();
    }

    /** How often the acquirer has been asked for this invoice. */
    private static long attempts(String invoice) {
        var text = Http.get(service.uri("/mock/psp/payments")).json().findValuesAsText("text");
        return text.stream().filter(numberOf(invoice)::equals).count();
    }

    private static String numberOf(String invoice) {
        return Http.get(service.uri("/mock/wallet/+4577007701")).json().findParents("id").stream()
                .filter(item -> item.get("id").asText().equals(invoice))
                .map(item -> item.get("reference").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void awaitTold(String invoice, String... statuses) {
        await().untilAsserted(() -> assertThat(receiver.statusesOf(invoice)).containsExactly(statuses));
    }

    private static String number() {
        return "clock-" + UUID.randomUUID().toString().substring(0, 20);
    }
}
