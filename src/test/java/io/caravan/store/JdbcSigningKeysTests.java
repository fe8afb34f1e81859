package io.caravan.store;

import static io.caravan.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.SigningKey;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.util.Map;

class JdbcSigningKeysTests {

    private static final Sealer SEALER = new Sealer("k1", Map.of("k1", new byte[32]));

    @OnBothDatabases
    void keysComeBackNewestFirstWithoutThoseThatAreRetired(StoreFixture store) {
        var keys = emptied(store);
        for (int generation = 1; generation <= 3; generation++) {
            var key = new SigningKey(generation, new byte[] {(byte) generation}, NOW);
            store.inTransaction(() -> keys.add(key));
        }
        store.sql().update("update signing_key set retired_at = created_at where generation = 1");

        var valid = store.inTransaction(keys::valid);

        assertThat(valid).extracting(SigningKey::generation).containsExactly(3, 2);
        assertThat(valid.get(0).pkcs8()).containsExactly(3);
        assertThat(valid.get(0).createdAt()).isEqualTo(NOW);
    }

    @OnBothDatabases
    void ofTwoKeysOfAGenerationTheFirstStays(StoreFixture store) throws Exception {
        var keys = emptied(store);

        try (var race = new Race()) {
            var first = race.holdOpen(store, () -> keys.add(new SigningKey(1, new byte[] {1}, NOW)));
            var second = race.start(() -> {
                store.inTransaction(() -> keys.add(new SigningKey(1, new byte[] {2}, NOW)));
                return null;
            });
            Race.assertWaits(second);
            race.finish();
            first.get();
            second.get();
        }

        var valid = store.inTransaction(keys::valid);
        assertThat(valid).hasSize(1);
        assertThat(valid.get(0).pkcs8()).containsExactly(1);
    }

    @OnBothDatabases
    void theKeyIsNotReadableInItsTable(StoreFixture store) {
        var keys = emptied(store);
        store.inTransaction(() -> keys.add(new SigningKey(1, "private".getBytes(), NOW)));

        assertThat(store.sql().queryForObject("select private_key from signing_key", String.class))
                .startsWith("k1:")
                .doesNotContain("private", "cHJpdmF0Z");
    }

    private static JdbcSigningKeys emptied(StoreFixture store) {
        store.sql().update("delete from signing_key");
        return new JdbcSigningKeys(store.jdbc(), SEALER);
    }
}
