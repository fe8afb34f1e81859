package io.caravan.mock;

import static io.caravan.mock.PspRig.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.svix.Webhook;
import com.svix.exceptions.WebhookVerificationException;
import io.caravan.support.Race;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mock acquirer tells by itself, when, how often, and what it says. */
class MockWebhooksTests {

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
    void everyOutcomeIsTold() {
        var session = rig.authorized("k1");
        rig.instruct("capture", session, "k2", 1000);
        rig.instruct("refund", session, "k3", 1000);
        rig.instruct("cancel", session, "k4", 1000);
        rig.charge("k5");
        rig.charge("k6", "00000000-0000-4000-a000-004577007701");
        rig.act(rig.open("k7"), "abandon", "");
        rig.open("k8");
        rig.clock.advance(Duration.ofMinutes(30));
        rig.payers.expire();
        deliver();

        assertThat(rig.heardPaths())
                .containsExactlyInAnyOrder(
                        "/api/callback/psp/authorized",
                        "/api/callback/psp/captured",
                        "/api/callback/psp/refunded",
                        "/api/callback/psp/cancelled",
                        "/api/callback/psp/charged",
                        "/api/callback/psp/declined",
                        "/api/callback/psp/declined",
                        "/api/callback/psp/expired");
    }

    @Test
    void itSaysWhatHappened() {
        var session = rig.authorized("k1");
        deliver();

        var body = rig.heard.get(0).json();
        assertThat(body.path("eventId").asText()).isEqualTo(header(0, "webhook-id"));
        assertThat(body.path("id").asText()).isEqualTo(session);
        assertThat(body.path("key").asText()).isEqualTo("k1");
        assertThat(body.path("kind").asText()).isEqualTo("authorize");
        assertThat(body.path("status").asText()).isEqualTo("authorized");
        assertThat(body.path("reference").asText()).isEqualTo("pay-1");
        assertThat(body.path("amount").asLong()).isEqualTo(36000);
        assertThat(body.path("currency").asText()).isEqualTo("DKK");
        assertThat(body.path("at").asText()).isNotBlank();
    }

    @Test
    void aPayerWhoGoesAwayIsADeclineThatSaysSo() {
        rig.act(rig.open("k1"), "abandon", "");
        deliver();

        assertThat(rig.heardPaths()).containsExactly("/api/callback/psp/declined");
        assertThat(rig.heard.get(0).json().path("status").asText()).isEqualTo("abandoned");
    }

    @Test
    void aSessionThatIsOpenIsNotTold() {
        rig.open("k1");
        rig.pay(rig.open("k2"), TestCard.DECLINED);
        deliver();

        assertThat(rig.heard).isEmpty();
    }

    @Test
    void anIndependentVerifierBelievesTheSignature() {
        rig.charge("k1");
        deliver();

        var heard = rig.heard.get(0);
        assertThatCode(() -> new Webhook(PspRig.SECRET).verify(heard.body(), heard.headers()))
                .doesNotThrowAnyException();
    }

    @Test
    void aLieAboutTheSignatureIsFound() {
        rig.faults.set("psp", "{\"lie\":\"signature\"}");
        rig.charge("k1");
        deliver();

        var heard = rig.heard.get(0);
        assertThatThrownBy(() -> new Webhook(PspRig.SECRET).verify(heard.body(), heard.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aFailedOneIsRepeatedAfterEachWaitUntilTheServiceAnswers() {
        rig.serviceAnswers = 503;
        rig.charge("k1");
        deliver();
        for (var wait : List.of(1, 5, 30, 120)) {
            rig.clock.advance(Duration.ofSeconds(wait).minusMillis(1));
            rig.webhooks.deliver();
            var before = rig.heard.size();
            rig.clock.advance(Duration.ofMillis(1));
            rig.webhooks.deliver();
            assertThat(rig.heard).hasSize(before + 1);
        }
        rig.serviceAnswers = 204;
        rig.clock.advance(Duration.ofMinutes(10));
        rig.webhooks.deliver();
        rig.clock.advance(Duration.ofDays(1));
        rig.webhooks.deliver();

        assertThat(rig.heard).hasSize(6);
        assertThat(ids()).hasSize(1);
        assertThat(state()).isEqualTo("delivered");
    }

    @Test
    void itIsGivenUpAfterTheLastWait() {
        rig.serviceAnswers = 500;
        rig.charge("k1");
        for (int n = 0; n < 20; n++) {
            rig.clock.advance(Duration.ofHours(1));
            rig.webhooks.deliver();
        }

        assertThat(rig.heard).hasSize(6);
        assertThat(state()).isEqualTo("given_up");
    }

    @Test
    void whatWaitsIsDeliveredAfterARestart() {
        rig.serviceAnswers = 503;
        rig.charge("k1");
        deliver();
        var id = header(0, "webhook-id");
        rig.close();

        rig = new PspRig(folder);
        rig.clock.advance(Duration.ofMinutes(1));
        rig.webhooks.deliver();

        assertThat(rig.heard).hasSize(1);
        assertThat(header(0, "webhook-id")).isEqualTo(id);
    }

    @Test
    void usuallyItComesAfterTheAnswer() {
        rig.charge("k1");
        rig.webhooks.deliver();

        assertThat(rig.heard).isEmpty();
    }

    @Test
    void itComesBeforeTheAnswerWhenToldSo() {
        rig.faults.set("psp", "{\"webhook\":\"before\"}");
        rig.charge("k1");
        var before = List.copyOf(rig.heardPaths());
        rig.clock.advance(Duration.ofHours(1));
        rig.webhooks.deliver();

        assertThat(before).containsExactly("/api/callback/psp/charged");
        assertThat(rig.heard).hasSize(1);
    }

    @Test
    void oneThatFailedBeforeTheAnswerIsRepeatedLater() {
        rig.faults.set("psp", "{\"webhook\":\"before\"}");
        rig.serviceAnswers = 500;
        rig.charge("k1");
        rig.charge("k1");
        rig.serviceAnswers = 200;
        rig.clock.advance(Duration.ofSeconds(1));
        rig.webhooks.deliver();

        assertThat(rig.heard).hasSize(2);
        assertThat(state()).isEqualTo("delivered");
    }

    @Test
    void itComesTwiceUnderOneIdWhenToldSo() {
        rig.faults.set("psp", "{\"webhook\":\"twice\"}");
        rig.charge("k1");
        deliver();

        assertThat(rig.heard).hasSize(2);
        assertThat(ids()).hasSize(1);
    }

    @Test
    void itNeverComesWhenToldSoAndNotLaterEither() {
        rig.faults.set("psp", "{\"webhook\":\"never\"}");
        rig.charge("k1");
        rig.faults.mend("psp");
        rig.clock.advance(Duration.ofHours(1));
        rig.webhooks.deliver();

        assertThat(rig.heard).isEmpty();
        assertThat(state()).isEqualTo("withheld");
    }

    @Test
    void onlyTheWebhooksOfThePathAreWithheld() {
        rig.faults.set("psp", "{\"webhook\":\"never\",\"path\":\"/api/callback/psp/captured\"}");
        rig.instruct("capture", rig.authorized("k1"), "k2", 1);
        deliver();

        assertThat(rig.heardPaths()).containsExactly("/api/callback/psp/authorized");
    }

    @Test
    void aLieIsToldUntilItIsMended() {
        rig.faults.set("psp", "{\"lie\":\"amount\"}");
        rig.serviceAnswers = 400;
        rig.charge("k1");
        deliver();
        rig.faults.mend("psp");
        rig.clock.advance(Duration.ofSeconds(1));
        rig.webhooks.deliver();

        assertThat(rig.heard)
                .extracting(one -> one.json().path("amount").asLong())
                .containsExactly(36100L, 36000L);
    }

    @Test
    void twoWhoDeliverAtOnceDeliverOnce() throws Exception {
        for (int n = 0; n < 10; n++) {
            rig.charge("k" + n);
        }
        rig.clock.advance(Duration.ofSeconds(1));

        Race.of(Collections.nCopies(4, () -> {
            rig.webhooks.deliver();
            return true;
        }));

        assertThat(rig.heard).hasSize(10);
    }

    /** Delivers what is due a second from now. */
    private void deliver() {
        rig.clock.advance(Duration.ofSeconds(1));
        rig.webhooks.deliver();
    }

    private String header(int n, String name) {
        return rig.heard.get(n).headers().firstValue(name).orElseThrow();
    }

    private Set<String> ids() {
        return rig.heard.stream()
                .map(one -> one.headers().firstValue("webhook-id").orElseThrow())
                .collect(Collectors.toSet());
    }

    private String state() {
        return json(rig.webhooks.list()).path(0).path("state").asText();
    }
}
