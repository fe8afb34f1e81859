package io.caravan.mock;

import static io.caravan.mock.PspRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How mocks fail on purpose. */
class MockFaultsTests {

    private static final String CHARGES = "/mock/psp/charges";

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
    void nothingFailsUnlessItWasTold() {
        var reply = rig.charge("k1");

        assertThat(rig.faults.strike("psp", CHARGES)).isEmpty();
        assertThat(rig.faults.bend("psp", CHARGES, reply)).isEqualTo(reply);
        assertThat(rig.pauses).isEmpty();
    }

    @Test
    void asManyCallsFailAsWereToldTo() {
        rig.faults.set("psp", "{\"errorRate\":0.2,\"status\":500}");

        rig.luck = 0.19;
        assertThat(rig.faults.strike("psp", CHARGES)).map(MockReply::status).contains(500);
        rig.luck = 0.2;
        assertThat(rig.faults.strike("psp", CHARGES)).isEmpty();
    }

    @Test
    void asManyAnswersAreLostAsWereToldTo() {
        rig.faults.set("merchant", "{\"dropRate\":0.05}");
        var reply = MockReply.json(200, "{}");

        rig.luck = 0.04;
        assertThat(rig.faults.strike("merchant", "/mock/merchant")).isEmpty();
        assertThat(rig.faults.bend("merchant", "/mock/merchant", reply).status())
                .isEqualTo(MockReply.CUT);
        rig.luck = 0.05;
        assertThat(rig.faults.bend("merchant", "/mock/merchant", reply)).isEqualTo(reply);
    }

    @Test
    void theWorkWaitsForAsLongAsWasTold() {
        rig.faults.set("push", "{\"latencyMs\":500}");

        rig.faults.strike("push", "/mock/push/messages");

        assertThat(rig.pauses).containsExactly(500L);
    }

    @Test
    void whoHangsGetsNoAnswerAfterAMinute() {
        rig.faults.set("psp", "{\"hang\":true}");

        assertThat(rig.faults.strike("psp", CHARGES)).map(MockReply::status).contains(MockReply.CUT);
        assertThat(rig.pauses.stream().mapToLong(Long::longValue).sum()).isEqualTo(60_000);
    }

    @Test
    void hangingEndsWithItsTime() {
        var end = rig.clock.instant().plusSeconds(5);
        rig.faults.set("psp", "{\"hang\":true,\"until\":\"" + end + "\"}");
        rig.clock.advance(Duration.ofSeconds(6));

        assertThat(rig.faults.strike("psp", CHARGES)).isEmpty();
    }

    @Test
    void otherPathsAndOtherMocksAreWell() {
        rig.faults.set("psp", "{\"errorRate\":1,\"dropRate\":1,\"path\":\"/mock/psp/charges\"}");
        var reply = MockReply.json(200, "{}");

        assertThat(rig.faults.strike("psp", CHARGES)).isPresent();
        assertThat(rig.faults.strike("psp", "/mock/psp/operations/k1")).isEmpty();
        assertThat(rig.faults.bend("psp", "/mock/psp/operations/k1", reply)).isEqualTo(reply);
        assertThat(rig.faults.strike("push", CHARGES)).isEmpty();
        assertThat(rig.faults.bend(null, CHARGES, reply)).isEqualTo(reply);
    }

    @Test
    void aMendedMockIsWell() {
        rig.faults.set("psp", "{\"errorRate\":1}");
        rig.faults.mend("psp");

        assertThat(rig.faults.strike("psp", CHARGES)).isEmpty();
        assertThat(rig.faults.show("psp").text()).isEqualTo("{}");
    }

    @Test
    void faultsSurviveARestart() {
        rig.faults.set("psp", "{\"errorRate\":1}");
        rig.faults.set("psp", "{\"dropRate\":1}");
        rig.close();

        rig = new PspRig(folder);

        assertThat(rig.faults.show("psp").text()).isEqualTo("{\"dropRate\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorrate\":1}",
                "{\"webhook\":\"sometimes\"}",
                "{\"lie\":\"everything\"}",
                "{\"until\":\"tomorrow\"}"
            })
    void aFaultThatNobodyUnderstandsIsRefused(String settings) {
        assertThat(rig.faults.set("psp", settings).status()).isEqualTo(400);
        assertThat(rig.faults.show("psp").text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({"amount", "currency", "reference", "id", "status"})
    void aLieChangesWhatItIsAboutAndNothingElse(String lie) {
        rig.faults.set("psp", "{\"lie\":\"" + lie + "\"}");
        var truth = rig.charge("k1");

        var said = json(rig.faults.bend("psp", CHARGES, truth));

        var names = json(truth).fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            assertThat(said.get(name).equals(json(truth).get(name))).as(name).isEqualTo(!name.equals(lie));
        }
        assertThat(rig.faults.bend("psp", CHARGES, truth)).isEqualTo(rig.faults.bend("psp", CHARGES, truth));
    }

    @Test
    void aLieAboutTheStatusIsAWholeOne() {
        var charged = rig.charge("k1");
        var declined = rig.charge("k2", "00000000-0000-4000-b000-000000000002");
        rig.faults.set("psp", "{\"lie\":\"status\"}");

        var denied = rig.faults.bend("psp", CHARGES, charged);
        var claimed = rig.faults.bend("psp", CHARGES, declined);
        var found = rig.faults.bend("psp", "/mock/psp/operations/k2", rig.ledger.operation("k2"));

        assertThat(denied.status()).isEqualTo(402);
        assertThat(json(denied).path("status").asText()).isEqualTo("declined");
        assertThat(claimed.status()).isEqualTo(201);
        assertThat(json(claimed).path("status").asText()).isEqualTo("charged");
        assertThat(found.status()).isEqualTo(200);
    }

    @Test
    void aListLiesToo() {
        rig.charge("k1");
        rig.faults.set("psp", "{\"lie\":\"amount\"}");
        var day = rig.clock.instant().toString().substring(0, 10);

        var list = rig.faults.bend("psp", "/mock/psp/operations", rig.ledger.operations(day, ""));

        assertThat(json(list).path("operations").path(0).path("amount").asLong())
                .isEqualTo(36100);
    }
}
