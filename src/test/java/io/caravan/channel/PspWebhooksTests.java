package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.payment.Testimony;
import io.caravan.support.MovableClock;
import io.caravan.support.SignedWebhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak as the acquirer. */
class PspWebhooksTests {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");
    private static final String BODY = "{\"id\":\"ch_1\",\"key\":\"6f1c1a58-3a52-4c2c-8f6e-0c6d3b1b7c10\"}";

    private final MovableClock realTime = new MovableClock(NOW);
    private final PspWebhooks webhooks = new PspWebhooks(new WebhookSignature(SignedWebhook.SECRET, realTime));
    private final SignedWebhook good = SignedWebhook.of("evt_1", NOW.getEpochSecond(), BODY);

    @Test
    void whatTheAcquirerSignedIsHeard() {
        var heard = read(good.id(), good.timestamp(), good.signature(), good.body());

        assertThat(heard).map(Testimony::id).contains("evt_1");
        assertThat(heard).flatMap(Testimony::about).isPresent();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertThat(read(good.id(), good.timestamp(), "v1,AAAA v2,x " + good.signature(), good.body()))
                .isPresent();
    }

    @Test
    void anythingChangedIsNotHeard() {
        var seconds = Long.toString(NOW.getEpochSecond() + 1);

        assertThat(read("evt_2", good.timestamp(), good.signature(), good.body()))
                .isEmpty();
        assertThat(read(good.id(), seconds, good.signature(), good.body())).isEmpty();
        assertThat(read(good.id(), good.timestamp(), good.signature(), (BODY + " ").getBytes()))
                .isEmpty();
        assertThat(read(good.id(), good.timestamp(), good.signature().replace("v1,", "v2,"), good.body()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1,", "v1,x", "x", "v1"})
    void whatIsNoSignatureIsNotHeard(String signature) {
        assertThat(read(good.id(), good.timestamp(), signature, good.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", "now", "0"})
    void whatIsNoTimeIsNotHeard(String timestamp) {
        assertThat(read(good.id(), timestamp, good.signature(), good.body())).isEmpty();
    }

    @Test
    void whatIsMissingIsNotHeard() {
        assertThat(read(null, good.timestamp(), good.signature(), good.body())).isEmpty();
        assertThat(read(good.id(), null, good.signature(), good.body())).isEmpty();
        assertThat(read(good.id(), good.timestamp(), null, good.body())).isEmpty();
        assertThat(read(good.id(), good.timestamp(), good.signature(), null)).isEmpty();
    }

    @Test
    void aWebhookIsGoodForFiveMinutes() {
        realTime.advance(Duration.ofMinutes(5));
        assertThat(read(good.id(), good.timestamp(), good.signature(), good.body()))
                .isPresent();

        realTime.advance(Duration.ofSeconds(1));
        assertThat(read(good.id(), good.timestamp(), good.signature(), good.body()))
                .isEmpty();
    }

    @Test
    void aWebhookFromTheFutureIsNotHeard() {
        var early = SignedWebhook.of("evt_1", NOW.getEpochSecond() + 301, BODY);

        assertThat(read(early.id(), early.timestamp(), early.signature(), early.body()))
                .isEmpty();
    }

    @Test
    void aSignedBodyThatCannotBeReadIsAboutNothing() {
        var garbage = SignedWebhook.of("evt_1", NOW.getEpochSecond(), "{\"id\":");

        var heard = read(garbage.id(), garbage.timestamp(), garbage.signature(), garbage.body());

        assertThat(heard).isPresent();
        assertThat(heard).flatMap(Testimony::about).isEmpty();
        assertThat(heard).map(Testimony::words).contains("charged, unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_c2hvcnQ=", ""})
    void aSecretThatIsNoneStopsTheStart(String secret) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSignature(secret, Clock.systemUTC()));
    }

    private Optional<Testimony> read(String id, String timestamp, String signature, byte[] body) {
        return webhooks.read(body, "charged", id, timestamp, signature);
    }
}
