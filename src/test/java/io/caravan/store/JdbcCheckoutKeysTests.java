package io.caravan.store;

import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.CheckoutKey;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.util.Optional;

class JdbcCheckoutKeysTests {

    @OnBothDatabases
    void aKeyComesBackAsItWasPutLast(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        store.sql()
                .update(
                        "insert into commerce_account (id, key_hash, merchant_id) values (?, ?, ?)",
                        "coma_checkout",
                        "0".repeat(64),
                        merchant.value());
        var keys = new JdbcCheckoutKeys(store.jdbc());
        var last = new CheckoutKey("pk_live_checkout", "coma_checkout", false, Optional.of("https://shop.example"));

        store.inTransaction(
                () -> keys.put(new CheckoutKey("pk_live_checkout", "coma_checkout", true, Optional.empty())));
        store.inTransaction(() -> keys.put(last));

        assertThat(store.inTransaction(() -> keys.find("pk_live_checkout"))).contains(last);
        assertThat(store.inTransaction(() -> keys.find("pk_live_other"))).isEmpty();
    }
}
