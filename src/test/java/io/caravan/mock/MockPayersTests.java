package io.caravan.mock;

import static io.caravan.mock.PspRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What payers do on the payment page, and what becomes of their sessions. */
class MockPayersTests {

    private static final String BROWSER = "text/html,application/xhtml+xml";

    @TempDir
    Path folder;

    PspRig rig;

    @BeforeEach
    void open() {
        rig = new PspRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aGoodCardAuthorizes() {
        var session = rig.open("k1");

        var reply = rig.pay(session, TestCard.PAYS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(json(reply).path("status").asText()).isEqualTo("authorized");
        assertThat(json(reply).path("returnUrl").asText()).isEqualTo("http://shop.example/done?x=1&session=" + session);
        assertThat(status(session)).isEqualTo("authorized");
        assertThat(json(rig.ledger.operation("k1")).path("status").asText()).isEqualTo("authorized");
    }

    @Test
    void aDeclinedCardLeavesTheSessionOpenForAnother() {
        var session = rig.open("k1");

        var reply = rig.pay(session, TestCard.DECLINED);

        assertThat(json(reply).path("status").asText()).isEqualTo("open");
        assertThat(json(reply).path("reason").asText()).isEqualTo("The card was declined");
        assertThat(json(rig.pay(session, TestCard.PAYS)).path("status").asText())
                .isEqualTo("authorized");
    }

    @Test
    void theThirdBadCardIsTheLast() {
        var session = rig.open("k1");
        rig.pay(session, TestCard.DECLINED);
        rig.pay(session, TestCard.EXPIRED);

        assertThat(json(rig.pay(session, TestCard.DECLINED)).path("status").asText())
                .isEqualTo("declined");
        assertThat(rig.pay(session, TestCard.PAYS).status()).isEqualTo(409);
        assertThat(json(rig.ledger.operation("k1")).path("status").asText()).isEqualTo("declined");
    }

    @Test
    void aNumberThatIsNoTestCardIsNoTry() {
        var session = rig.open("k1");
        for (int n = 0; n < 5; n++) {
            rig.act(session, "pay", "{\"card\":\"5555\"}");
        }

        assertThat(status(session)).isEqualTo("open");
    }

    @Test
    void aBankThatAsksForACodeIsAnswered() {
        var session = rig.open("k1");

        assertThat(json(rig.pay(session, TestCard.ASKS_CODE)).path("step").asText())
                .isEqualTo("3ds");
        assertThat(status(session)).isEqualTo("open");
        assertThat(json(rig.act(session, "3ds", "{\"code\":\"1234\"}"))
                        .path("status")
                        .asText())
                .isEqualTo("authorized");
    }

    @Test
    void aWrongCodeIsATry() {
        var session = rig.open("k1");
        rig.pay(session, TestCard.ASKS_CODE);
        rig.act(session, "3ds", "{\"code\":\"1\"}");
        rig.act(session, "3ds", "{\"code\":\"2\"}");

        assertThat(json(rig.act(session, "3ds", "{\"code\":\"3\"}"))
                        .path("status")
                        .asText())
                .isEqualTo("declined");
    }

    @Test
    void aCodeThatNobodyAskedForAuthorizesNothing() {
        var session = rig.open("k1");

        rig.act(session, "3ds", "{\"code\":\"1234\"}");

        assertThat(status(session)).isEqualTo("open");
    }

    @Test
    void aPayerGoesAway() {
        var session = rig.open("k1");

        assertThat(json(rig.act(session, "abandon", "")).path("status").asText())
                .isEqualTo("abandoned");
        assertThat(rig.pay(session, TestCard.PAYS).status()).isEqualTo(409);
    }

    @Test
    void aSessionExpiresAfterHalfAnHour() {
        var session = rig.open("k1");

        rig.clock.advance(Duration.ofMinutes(29));
        rig.payers.expire();
        assertThat(status(session)).isEqualTo("open");
        rig.clock.advance(Duration.ofMinutes(1));
        rig.payers.expire();

        assertThat(status(session)).isEqualTo("expired");
        assertThat(json(rig.ledger.operation("k1")).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void whoPaysTooLateFindsTheSessionExpired() {
        var session = rig.open("k1");
        rig.clock.advance(Duration.ofMinutes(31));

        assertThat(rig.pay(session, TestCard.PAYS).status()).isEqualTo(409);
        assertThat(status(session)).isEqualTo("expired");
    }

    @Test
    void anAuthorizationDoesNotExpire() {
        var session = rig.authorized("k1");
        rig.clock.advance(Duration.ofDays(1));
        rig.payers.expire();

        assertThat(status(session)).isEqualTo("authorized");
    }

    @Test
    void aBrowserIsLedOnToThePageOrBackToTheShop() {
        var session = rig.open("k1");
        var path = "/mock/psp/payments/" + session + "/pay";

        var again = rig.payers.act(session, "card=4000+0000+0000+0002&expires=12%2F30", path, BROWSER);
        var back = rig.payers.act(session, "card=4111+1111+1111+1111", path, BROWSER);
        var twice = rig.payers.act(session, "card=4111+1111+1111+1111", path, BROWSER);

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).isEqualTo("/mock/psp/sessions/" + session);
        assertThat(back.location()).isEqualTo("http://shop.example/done?x=1&session=" + session);
        assertThat(twice).isEqualTo(back);
    }

    @Test
    void aChargeHasNoPage() {
        var charge = json(rig.charge("k1")).path("id").asText();

        assertThat(rig.act(charge, "abandon", "").status()).isEqualTo(404);
        assertThat(rig.ledger.session(charge).status()).isEqualTo(404);
        assertThat(rig.page.show(charge).status()).isEqualTo(404);
    }

    @Test
    void thePageShowsWhatIsToBePaidAndTheTestCards() {
        var session = rig.open("k1");

        var page = rig.page.show(session).text();

        assertThat(page).contains("360.00 DKK", "Invoice 301", "/mock/psp/payments/" + session + "/abandon");
        assertThat(page)
                .contains(Arrays.stream(TestCard.values()).map(TestCard::number).toList());
    }

    @Test
    void thePageSaysWhyACardDidNotWork() {
        var session = rig.open("k1");
        rig.pay(session, TestCard.EXPIRED);

        assertThat(rig.page.show(session).text()).contains("The card has expired");
    }

    @Test
    void thePageAsksForTheCodeAndThenLeadsBack() {
        var session = rig.open("k1");
        rig.pay(session, TestCard.ASKS_CODE);
        var asking = rig.page.show(session).text();
        rig.act(session, "3ds", "{\"code\":\"1234\"}");

        assertThat(asking).contains("name=\"code\"").doesNotContain("name=\"card\"");
        assertThat(rig.page.show(session).text())
                .contains("http://shop.example/done?x=1&amp;session=" + session)
                .doesNotContain("<form");
    }

    @Test
    void aTextOfTheMerchantIsNoHtml() {
        var opened = rig.psp.open(
                "k1",
                """
                {"reference":"pay-1","amount":36000,"currency":"DKK","text":"<script>alert(1)</script>",
                 "returnUrl":"http://shop.example/"}""",
                "/mock/psp/sessions");

        assertThat(rig.page.show(json(opened).path("id").asText()).text()).doesNotContain("<script>");
    }

    private String status(String session) {
        return json(rig.ledger.session(session)).path("status").asText();
    }
}
