package io.caravan.mock;

import static io.caravan.mock.PspRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Race;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charges, captures, refunds and cancels: what is possible, and that each is done once. */
class MockPspTests {

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
    void aGoodCardIsCharged() {
        var reply = rig.charge("k1");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(json(reply).path("id").asText()).startsWith("psp_");
        assertThat(json(reply).path("kind").asText()).isEqualTo("charge");
        assertThat(json(reply).path("status").asText()).isEqualTo("charged");
        assertThat(json(reply).path("reference").asText()).isEqualTo("pay-1");
        assertThat(json(reply).path("amount").asLong()).isEqualTo(36000);
        assertThat(json(reply).path("currency").asText()).isEqualTo("DKK");
    }

    @ParameterizedTest
    @CsvSource({"00000000-0000-4000-a000-004577007701, expired_card", "00000000-0000-4000-b000-000000000002, declined"})
    void aBadCardIsNotCharged(String card, String status) {
        var reply = rig.charge("k1", card);

        assertThat(reply.status()).isEqualTo(402);
        assertThat(json(reply).path("status").asText()).isEqualTo(status);
        assertThat(json(reply).path("reason").asText()).isNotBlank();
    }

    @Test
    void aSessionIsOpenAndLeadsToItsPage() {
        var session = rig.open("k1");

        var state = json(rig.ledger.session(session));
        assertThat(session).startsWith("ses_");
        assertThat(state.path("status").asText()).isEqualTo("open");
        assertThat(state.path("url").asText()).isEqualTo(PspRig.URL + "/mock/psp/sessions/" + session);
        assertThat(state.path("amount").asLong()).isEqualTo(36000);
        assertThat(state.path("expiresAt").asText())
                .isEqualTo(rig.clock.instant().plusSeconds(1800).toString());
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerWhateverHasHappenedSince() {
        var first = rig.psp.open("k1", SESSION, "/mock/psp/sessions");
        rig.pay(json(first).path("id").asText(), TestCard.PAYS);

        assertThat(rig.psp.open("k1", SESSION, "/mock/psp/sessions")).isEqualTo(first);
        assertThat(rig.charge("k2")).isEqualTo(rig.charge("k2"));
        assertThat(rig.ledger.newest(10)).hasSize(2);
    }

    @Test
    void theSameKeyForSomethingElseIsAConflict() {
        var session = rig.authorized("k1");
        var other = rig.authorized("k2");
        rig.instruct("capture", session, "k3", 100);

        assertThat(rig.instruct("capture", session, "k3", 101).status()).isEqualTo(409);
        assertThat(rig.instruct("cancel", session, "k3", 100).status()).isEqualTo(409);
        assertThat(rig.instruct("capture", other, "k3", 100).status()).isEqualTo(409);
        assertThat(rig.charge("k3").status()).isEqualTo(409);
    }

    @Test
    void noMoreIsCapturedThanAuthorized() {
        var session = rig.authorized("k1");

        assertThat(rig.instruct("capture", session, "k2", 30000).status()).isEqualTo(201);
        assertThat(rig.instruct("capture", session, "k3", 6001).status()).isEqualTo(402);
        assertThat(rig.instruct("capture", session, "k4", 6000).status()).isEqualTo(201);
        assertThat(rig.instruct("capture", session, "k5", 1).status()).isEqualTo(402);
    }

    @Test
    void whatIsCanceledIsNotCapturedAnyMore() {
        var session = rig.authorized("k1");
        rig.instruct("capture", session, "k2", 10000);

        assertThat(rig.instruct("cancel", session, "k3", 26001).status()).isEqualTo(402);
        assertThat(rig.instruct("cancel", session, "k4", 26000).status()).isEqualTo(201);
        assertThat(rig.instruct("capture", session, "k5", 1).status()).isEqualTo(402);
    }

    @Test
    void noMoreIsRefundedThanCaptured() {
        var session = rig.authorized("k1");
        rig.instruct("capture", session, "k2", 10000);

        assertThat(rig.instruct("refund", session, "k3", 10001).status()).isEqualTo(402);
        assertThat(rig.instruct("refund", session, "k4", 9000).status()).isEqualTo(201);
        assertThat(rig.instruct("refund", session, "k5", 1001).status()).isEqualTo(402);
        assertThat(rig.instruct("refund", session, "k6", 1000).status()).isEqualTo(201);
    }

    @Test
    void aChargeIsRefundedAndNeitherCapturedNorCanceled() {
        var charge = json(rig.charge("k1")).path("id").asText();

        assertThat(rig.instruct("capture", charge, "k2", 1).status()).isEqualTo(402);
        assertThat(rig.instruct("cancel", charge, "k3", 1).status()).isEqualTo(402);
        assertThat(rig.instruct("refund", charge, "k4", 36000).status()).isEqualTo(201);
        assertThat(rig.instruct("refund", charge, "k5", 1).status()).isEqualTo(402);
    }

    @Test
    void nothingIsDoneWithASessionThatIsNotAuthorized() {
        var session = rig.open("k1");

        var refusal = rig.instruct("capture", session, "k2", 1);
        assertThat(refusal.status()).isEqualTo(402);
        assertThat(json(refusal).path("status").asText()).isEqualTo("refused");
        assertThat(json(refusal).path("id").asText()).startsWith("cap_");
        assertThat(json(refusal).path("reason").asText()).isNotBlank();
    }

    @Test
    void aRefusalStaysOneThoughItWouldBePossibleByNow() {
        var session = rig.open("k1");
        var refusal = rig.instruct("capture", session, "k2", 1);
        rig.pay(session, TestCard.PAYS);

        assertThat(rig.instruct("capture", session, "k2", 1)).isEqualTo(refusal);
        assertThat(rig.instruct("capture", session, "k3", 1).status()).isEqualTo(201);
    }

    @Test
    void anotherReferenceOrCurrencyIsRefused() {
        var session = rig.authorized("k1");

        assertThat(rig.instruct("capture", session, "k2", "pay-2", 1, "DKK").status())
                .isEqualTo(402);
        assertThat(rig.instruct("capture", session, "k3", "pay-1", 1, "EUR").status())
                .isEqualTo(402);
    }

    @Test
    void aPaymentThatDoesNotExistIsNotFoundAndTheKeyStaysFree() {
        var session = rig.authorized("k1");

        assertThat(rig.instruct("capture", "ses_0", "k2", 1).status()).isEqualTo(404);
        assertThat(rig.ledger.operation("k2").status()).isEqualTo(404);
        assertThat(rig.instruct("capture", session, "k2", 1).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"reference\":\"pay-1\",\"amount\":\"100\",\"currency\":\"DKK\"}",
                "{\"reference\":\"pay-1\",\"amount\":0,\"currency\":\"DKK\"}",
                "{\"reference\":\"pay-1\",\"amount\":-5,\"currency\":\"DKK\"}",
                "{\"reference\":\"pay-1\",\"amount\":99999999999999999999,\"currency\":\"DKK\"}",
                "{\"amount\":100,\"currency\":\"DKK\"}",
                "{\"reference\":\"pay-1\",\"amount\":100}"
            })
    void anInstructionThatSaysTooLittleIsNotCarriedOut(String body) {
        var session = rig.authorized("k1");

        var path = "/mock/psp/payments/" + session + "/capture";
        assertThat(rig.psp.instruct(session, "k2", body, path).status()).isEqualTo(400);
        assertThat(rig.ledger.operation("k2").status()).isEqualTo(404);
    }

    @Test
    void anInstructionWithoutAKeyIsNotCarriedOut() {
        var session = rig.authorized("k1");

        assertThat(rig.instruct("capture", session, null, 1).status()).isEqualTo(400);
        assertThat(rig.instruct("capture", session, " ", 1).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/relative", "not an address", ""})
    void aSessionLeadsBackToAnHttpAddressOnly(String address) {
        var body = SESSION.replace("http://shop.example/done", address);

        assertThat(rig.psp.open("k1", body, "/mock/psp/sessions").status()).isEqualTo(400);
    }

    @Test
    void ofManyWhoCaptureAtOnceAsManySucceedAsThereIsMoney() throws Exception {
        var session = rig.authorized("k1");

        var replies = Race.of(IntStream.range(0, 12)
                .mapToObj(n -> (Callable<Integer>) () ->
                        rig.instruct("capture", session, "race-" + n, 10000).status())
                .toList());

        assertThat(replies).filteredOn(status -> status == 201).hasSize(3);
        assertThat(replies).filteredOn(status -> status == 402).hasSize(9);
    }

    @Test
    void ofManyWhoUseAKeyAtOnceAllGetTheAnswerToOne() throws Exception {
        var replies = Race.of(IntStream.range(0, 12)
                .mapToObj(n -> (Callable<MockReply>) () -> rig.charge("k1"))
                .toList());

        assertThat(replies).allSatisfy(reply -> assertThat(reply).isEqualTo(replies.get(0)));
        assertThat(rig.ledger.newest(10)).hasSize(1);
    }

    private static final String SESSION =
            """
            {"reference":"pay-1","amount":36000,"currency":"DKK","text":"Invoice 301",
             "returnUrl":"http://shop.example/done"}""";
}
