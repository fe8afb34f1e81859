package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Partners and payers who do everything at once, and an acquirer that does nothing. */
class MobileInvoiceAttackTests {

    private static final int MANY = 12;

    private final Sandbox sandbox = Sandbox.running();
    private final PartnerScene scene = new PartnerScene(sandbox::uri);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");
    }

    @Test
    void ofManyWhoUseAReferenceAtOnceOneHasIt() throws Exception {
        var direct =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProvider": "card", "referenceId": "%s"}"""
                        .formatted(scene.reference);

        var statuses = Race.of(IntStream.range(0, MANY)
                .<Callable<Integer>>mapToObj(n -> () -> n % 2 == 0
                        ? scene.partner
                                .post("/api/pre-transactions", scene.body(""))
                                .status()
                        : scene.partner.post("/api/transactions", direct).status())
                .toList());

        assertThat(statuses).containsOnlyOnce(204);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(MANY - 1);
    }

    @Test
    void theSameRequestSentManyTimesAtOnceIsDoneOnce() throws Exception {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProvider": "card", "referenceId": "%s"}"""
                        .formatted(scene.reference);

        var replies = Race.of(Collections.nCopies(8, (Callable<Http.Reply>)
                () -> scene.partner.post("/api/transactions", body, "Idempotency-Key", "key-" + scene.reference)));

        var done = replies.stream().filter(reply -> reply.status() == 204).toList();
        assertThat(done).isNotEmpty();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(204, 409, 503));
        assertThat(done.stream().map(PartnerScene::idIn).distinct()).hasSize(1);
        var again = scene.partner.post("/api/transactions", body, "Idempotency-Key", "key-" + scene.reference);
        assertThat(PartnerScene.idIn(again)).isEqualTo(PartnerScene.idIn(done.get(0)));
    }

    @Test
    void aFormSentManyTimesAtOnceBeginsOnePayment() throws Exception {
        var page = scene.open(scene.create(""));
        var form = PartnerScene.cardForm(page);

        var replies =
                Race.of(Collections.nCopies(MANY, (Callable<Http.Reply>) () -> PartnerScene.sendCardForm(page, form)));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 503));
        var ways = replies.stream()
                .filter(reply -> reply.status() == 200)
                .map(PartnerScene::acquirersPage)
                .distinct()
                .toList();
        assertThat(ways).hasSize(1);
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void ofManyPayersWhoPayAtOnceOneHasPaidAndTheOthersKeepTheirMoney() throws Exception {
        var page = scene.open(scene.create(""));
        var ways = IntStream.range(0, 6)
                .mapToObj(n -> PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, PartnerScene.cardForm(page))))
                .toList();
        assertThat(ways).doesNotHaveDuplicates();

        Race.of(ways.stream().<Callable<URI>>map(way -> () -> scene.payAt(way)).toList());

        await().untilAsserted(
                        () -> assertThat(sum("captured") + sum("cancelled")).isEqualTo(6 * 5000));
        assertThat(sum("captured")).isEqualTo(5000);
        assertThat(Http.get(page).body()).contains("state-paid");
    }

    @Test
    void ofManyWhoUseANonceAtOnceOneIsLetIn() throws Exception {
        var credential = scene.partner.credential("GET", "/api/campaigns", "", "n-" + scene.reference, Instant.now());

        var statuses = Race.of(Collections.nCopies(8, (Callable<Integer>) () ->
                scene.partner.signed("GET", "/api/campaigns", "", credential).status()));

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(7);
    }

    @Test
    void whileTheAcquirerIsDeadPayersAreToldToTryAgainAndThenTheyPay() {
        var page = scene.open(scene.create(""));
        var form = PartnerScene.cardForm(page);
        faults("{\"errorRate\": 1, \"status\": 503, \"path\": \"/mock/psp/sessions\"}");

        var busy = PartnerScene.sendCardForm(page, form);
        mend();

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).isPresent();
        assertThat(busy.body()).contains("href=\"../../assets/", "href=\"../../i/");
        scene.payByCard(page);
        scene.awaitStatus("CaptureOk");
        assertThat(sum("captured")).isEqualTo(5000);
    }

    @Test
    void aSlowAcquirerHoldsUpNobodyWhoDoesNotPay() throws Exception {
        var page = scene.open(scene.create(""));
        var form = PartnerScene.cardForm(page);
        faults("{\"latencyMs\": 2000, \"path\": \"/mock/psp/sessions\"}");

        try (var payers = new Race()) {
            var slow = IntStream.range(0, MANY)
                    .mapToObj(n -> payers.start(() -> PartnerScene.sendCardForm(page, form)))
                    .toList();
            for (int n = 0; n < 5; n++) {
                assertThat(Http.get(page).status()).isEqualTo(200);
                assertThat(scene.partner.get("/api/campaigns").status()).isEqualTo(200);
            }
            assertThat(slow).anyMatch(payer -> !payer.isDone());
            for (var payer : slow) {
                assertThat(payer.get().status()).isIn(200, 503);
            }
        }
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aPageIsFoundAgainAlthoughTheAcquirersAnswerWasLost() {
        faults("{\"dropRate\": 1, \"path\": \"/mock/psp/sessions\"}");
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProvider": "card", "referenceId": "%s"}"""
                        .formatted(scene.reference);

        var begun = scene.partner.post("/api/transactions", body, "Prefer", "return=representation");
        mend();
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().get("status").asText()).isEqualTo("Registered");
        assertThat(begun.json().get("paymentSetup").isNull()).isTrue();
        askNow();

        scene.awaitStatus("Pending");
        scene.payAt(URI.create(scene.transaction().at("/paymentSetup/url").asText()));
        scene.awaitStatus("CaptureOk");
        assertThat(payments()).isEqualTo(1);
        assertThat(sum("captured")).isEqualTo(5000);
    }

    /** Nobody waits for the lease of whoever did not get an answer. */
    private void askNow() {
        database.update(
                "update operation set lease_until = current_timestamp where payment_id in (select p.id from payment p"
                        + " join pre_transaction t on t.invoice_id = p.invoice_id where t.reference_id = ?)",
                scene.reference);
        sandbox.context().getBean(ProducerTemplate.class).sendBody("direct:job-chase-payments", null);
    }

    private void faults(String faults) {
        assertThat(Http.send("POST", sandbox.uri("/mock/psp/faults"), faults, "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
    }

    private int payments() {
        return numbers("count(*)").get(0).intValue();
    }

    private long sum(String column) {
        return numbers("sum(p." + column + ")").get(0);
    }

    private List<Long> numbers(String what) {
        return database.queryForList(
                "select " + what + " from payment p join pre_transaction t on t.invoice_id = p.invoice_id"
                        + " where t.reference_id = ?",
                Long.class,
                scene.reference);
    }
}
