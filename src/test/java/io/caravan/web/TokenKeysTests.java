package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.caravan.core.access.SigningKey;
import io.caravan.support.Race;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenKeysTests {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final Table table = new Table();
    private final AtomicLong nanos = new AtomicLong();
    private final TokenKeys here = instance();
    private final TokenKeys there = instance();

    @Test
    void instancesThatStartAtOnceSignWithTheSameKey() throws Exception {
        var seen = Race.of(List.<Callable<List<JWK>>>of(() -> here.get(ALL, null), () -> there.get(ALL, null)));

        assertThat(table.keys).hasSize(1);
        assertThat(id(seen.get(0))).isEqualTo(id(seen.get(1)));
    }

    @Test
    void aNewKeyIsUsedAfterTenSecondsAndTheOldOneStaysGood() throws Exception {
        var old = id(here.get(ALL, null));
        table.offer(2, generated());

        pass(Duration.ofSeconds(11));

        var now = here.get(ALL, null);
        assertThat(now).hasSize(2);
        assertThat(id(now)).isNotEqualTo(old);
        assertThat(now.get(1).getKeyID()).isEqualTo(old);
    }

    @Test
    void aTokenSignedElsewhereWithANewKeyIsGoodAtOnce() throws Exception {
        here.get(ALL, null);
        table.offer(2, generated());
        var fresh = id(there.get(ALL, null));
        pass(Duration.ofMillis(1100));

        assertThat(here.get(named(fresh), null)).hasSize(1);
    }

    @Test
    void keysThatNobodyHasAreNotAskedForMoreThanOnceASecond() throws Exception {
        here.get(ALL, null);
        var before = table.reads.get();

        for (int i = 0; i < 1000; i++) {
            assertThat(here.get(named("made up " + i), null)).isEmpty();
            pass(Duration.ofMillis(2));
        }

        assertThat(table.reads.get() - before).isBetween(1, 4);
    }

    @Test
    void aKeyRetiredIsGoneAfterTenSeconds() throws Exception {
        var old = id(here.get(ALL, null));
        table.offer(2, generated());
        table.keys.removeIf(key -> key.generation() == 1);

        pass(Duration.ofSeconds(11));

        assertThat(here.get(named(old), null)).isEmpty();
    }

    @Test
    void aStoreThatFailsIsNotTakenForAForgedToken() {
        var broken = new TokenKeys(
                () -> {
                    throw new IllegalStateException("no database");
                },
                table::offer,
                nanos::get);

        assertThatThrownBy(() -> broken.get(ALL, null)).isInstanceOf(KeySourceException.class);
    }

    private TokenKeys instance() {
        return new TokenKeys(table::valid, table::offer, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static String id(List<JWK> keys) {
        return keys.get(0).getKeyID();
    }

    private static JWKSelector named(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }

    private static byte[] generated() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    /** What instances share. */
    private static final class Table {

        private final List<SigningKey> keys = new ArrayList<>();
        private final AtomicInteger reads = new AtomicInteger();

        synchronized List<SigningKey> valid() {
            reads.incrementAndGet();
            return keys.stream()
                    .sorted(Comparator.comparing(SigningKey::generation).reversed())
                    .toList();
        }

        synchronized void offer(int generation, byte[] pkcs8) {
            if (keys.stream().noneMatch(key -> key.generation() == generation)) {
                keys.add(new SigningKey(generation, pkcs8, Instant.EPOCH));
            }
        }
    }
}
