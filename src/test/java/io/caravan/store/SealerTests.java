package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTests {

    private static final byte[] FIRST = key(0);
    private static final byte[] SECOND = key(50);

    /** Made by OpenSSL: key 00 to 1f, iv 64 to 6f, additional data k1. */
    private static final String MADE_ELSEWHERE = "k1:ZGVmZ2hpamtsbW5vP3OtAxq2M+ZfDy+Evyh0fopYlZ7uU3aRsqpEIZc=";

    private final Sealer sealer = new Sealer("k1", Map.of("k1", FIRST));

    @Test
    void whatWasSealedIsOpened() {
        var plain = bytes("whsec_example");

        assertThat(sealer.open(sealer.seal(plain))).isEqualTo(plain);
        assertThat(sealer.open(sealer.seal(new byte[0]))).isEmpty();
    }

    @Test
    void theFormIsTheOneThatOthersKnow() {
        assertThat(sealer.open(MADE_ELSEWHERE)).isEqualTo(bytes("whsec_example"));
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        assertThat(sealer.seal(bytes("same"))).isNotEqualTo(sealer.seal(bytes("same")));
    }

    @Test
    void anOldKeyStillOpensWhatItSealed() {
        var old = sealer.seal(bytes("secret"));

        var rotated = new Sealer("k2", Map.of("k1", FIRST, "k2", SECOND));

        assertThat(rotated.open(old)).isEqualTo(bytes("secret"));
        assertThat(rotated.seal(bytes("secret"))).startsWith("k2:");
    }

    @Test
    void aChangeAnywhereIsNoticed() {
        var whole = Base64.getDecoder().decode(MADE_ELSEWHERE.substring(3));
        for (int i = 0; i < whole.length; i++) {
            var changed = whole.clone();
            changed[i] ^= 1;
            var text = "k1:" + Base64.getEncoder().encodeToString(changed);

            assertThatThrownBy(() -> sealer.open(text))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A sealed value cannot be opened with key k1");
        }
    }

    @Test
    void aValueDoesNotOpenUnderTheNameOfAnotherKey() {
        var both = new Sealer("k1", Map.of("k1", FIRST, "k2", FIRST));

        assertThatThrownBy(() -> both.open(MADE_ELSEWHERE.replace("k1:", "k2:")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theWrongKeyOpensNothing() {
        var other = new Sealer("k1", Map.of("k1", SECOND));

        assertThatThrownBy(() -> other.open(MADE_ELSEWHERE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("whsec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:AAAA", "k1:not base64", ":AAAA", "k9:AAAA", "whsec_plain-text"})
    void whatWasNeverSealedIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> sealer.open(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("plain");
    }

    @Test
    void aKeyThatIsTooShortOrMissingIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Sealer("k1", Map.of("k1", new byte[16])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sealer("k2", Map.of("k1", FIRST))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key(int from) {
        var key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (from + i));
        return key;
    }
}
