package io.caravan.mock;

import static io.caravan.mock.PspRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mock acquirer tells of what it has done. */
class MockLedgerTests {

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
    void anInstructionIsFoundByItsKeyWithItsAnswer() {
        var session = rig.authorized("k1");
        var captured = rig.instruct("capture", session, "k2", 36000);
        var refused = rig.instruct("capture", session, "k3", 1);

        assertThat(rig.ledger.operation("k2").status()).isEqualTo(200);
        assertThat(rig.ledger.operation("k2").text()).isEqualTo(captured.text());
        assertThat(rig.ledger.operation("k3")).isEqualTo(refused);
        assertThat(rig.ledger.operation("k4").status()).isEqualTo(404);
    }

    @Test
    void anAuthorizationIsFoundByItsKeyWhateverHasBecomeOfIt() {
        var session = rig.open("k1");
        var open = rig.ledger.operation("k1");
        rig.act(session, "abandon", "");
        var abandoned = rig.ledger.operation("k1");

        assertThat(open.status()).isEqualTo(200);
        assertThat(json(open).path("kind").asText()).isEqualTo("authorize");
        assertThat(json(open).path("status").asText()).isEqualTo("open");
        assertThat(abandoned.status()).isEqualTo(200);
        assertThat(json(abandoned).path("id").asText()).isEqualTo(session);
        assertThat(json(abandoned).path("status").asText()).isEqualTo("abandoned");
    }

    @Test
    void aDayIsListedInPagesThatMissNothing() {
        for (int n = 0; n < 1001; n++) {
            rig.charge("k" + n);
        }

        var keys = new ArrayList<String>();
        var pages = new ArrayList<Integer>();
        var after = "";
        do {
            var page = json(rig.ledger.operations(today().toString(), after));
            pages.add(page.path("operations").size());
            page.path("operations")
                    .forEach(one -> keys.add(one.path("idempotencyKey").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));

        assertThat(pages).containsExactly(500, 500, 1);
        assertThat(keys).doesNotHaveDuplicates().hasSize(1001);
    }

    @Test
    void aDayHasItsOwnOperationsOnly() {
        rig.charge("today");
        rig.clock.advance(Duration.ofDays(1));
        rig.charge("tomorrow");

        assertThat(keysOf(today().minusDays(1))).containsExactly("today");
        assertThat(keysOf(today())).containsExactly("tomorrow");
        assertThat(keysOf(today().plusDays(1))).isEmpty();
    }

    @Test
    void anAuthorizationIsListedOnTheDayWhenItWasGiven() {
        var session = rig.open("k1");
        moveToMidnight();
        rig.pay(session, TestCard.PAYS);

        assertThat(keysOf(today())).containsExactly("k1");
        assertThat(keysOf(today().minusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30"})
    void aDayThatIsNoneIsRefused(String day) {
        assertThat(rig.ledger.operations(day, "").status()).isEqualTo(400);
        assertThat(rig.ledger.operations(null, null).status()).isEqualTo(400);
    }

    @Test
    void aPlaceThatNoAnswerNamedIsRefused() {
        assertThat(rig.ledger.operations(today().toString(), "%%%").status()).isEqualTo(400);
        assertThat(rig.ledger.operations(today().toString(), "aGVsbG8").status())
                .isEqualTo(400);
    }

    @Test
    void theTruthHasEverythingAndDoesNotLie() {
        rig.faults.set("psp", "{\"lie\":\"amount\"}");
        var session = rig.authorized("k1");
        rig.instruct("capture", session, "k2", 1000);
        rig.charge("k3");

        var truth = json(rig.ledger.payments());

        assertThat(truth)
                .extracting(one -> one.path("idempotencyKey").asText())
                .containsExactlyInAnyOrder("k1", "k2", "k3");
        assertThat(truth)
                .extracting(one -> one.path("amount").asLong())
                .containsExactlyInAnyOrder(36000L, 1000L, 36000L);
        assertThat(truth)
                .filteredOn(one -> one.path("payment").asText().equals(session))
                .hasSize(2);
    }

    @Test
    void itRemembersEverythingWhenItIsStartedAgain() {
        var session = rig.authorized("k1");
        rig.instruct("capture", session, "k2", 36000);
        var truth = rig.ledger.payments();
        rig.close();

        rig = new PspRig(folder);

        assertThat(rig.ledger.payments()).isEqualTo(truth);
        assertThat(rig.instruct("capture", session, "k3", 1).status()).isEqualTo(402);
    }

    private List<String> keysOf(LocalDate day) {
        var keys = new ArrayList<String>();
        json(rig.ledger.operations(day.toString(), null))
                .path("operations")
                .forEach((JsonNode one) -> keys.add(one.path("idempotencyKey").asText()));
        return keys;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(rig.clock.instant(), ZoneOffset.UTC);
    }

    /** Less than half an hour is left of the day before, and none of it afterwards. */
    private void moveToMidnight() {
        var midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        rig.memory
                .jdbc()
                .sql("update psp_payment set expires_at = ?")
                .param(PspBooks.timestamp(midnight.plusSeconds(60)))
                .update();
        rig.clock.advance(Duration.between(rig.clock.instant(), midnight));
    }
}
