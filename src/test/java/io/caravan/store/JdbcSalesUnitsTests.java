package io.caravan.store;

import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.SecretHash;
import io.caravan.core.access.Subscription;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Clock;
import java.time.Duration;

class JdbcSalesUnitsTests {

    private static final SalesUnitSettings SETTINGS =
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true);

    @OnBothDatabases
    void aSalesUnitComesBackWithItsSettingsToItsMerchantOnly(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        var units = new JdbcSalesUnits(store.jdbc(), Clock.systemUTC());
        var mine = subscription("4711", merchant, "a", "b");

        store.inTransaction(() -> units.put(mine));

        assertThat(store.inTransaction(() -> units.of(merchant))).containsExactly(mine);
        assertThat(store.inTransaction(() -> units.find(merchant, "4711"))).contains(mine.unit());
        assertThat(store.inTransaction(() -> units.find(MerchantId.random(), "4711")))
                .isEmpty();
    }

    @OnBothDatabases
    void puttingASalesUnitAgainBringsItUpToDate(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        var units = new JdbcSalesUnits(store.jdbc(), Clock.systemUTC());
        store.inTransaction(() -> units.put(subscription("4712", merchant, "c", "d")));

        store.inTransaction(() -> units.put(subscription("4712", merchant, "c", "e")));

        var found = store.inTransaction(() -> units.of(merchant)).get(0);
        assertThat(found.isOpenedBy("c")).isTrue();
        assertThat(found.isOpenedBy("e")).isTrue();
        assertThat(found.isOpenedBy("d")).isFalse();
    }

    private static Subscription subscription(String msn, MerchantId merchant, String key, String otherKey) {
        return new Subscription(
                new SalesUnit(msn, merchant, "Shop", SETTINGS), SecretHash.of(key), SecretHash.of(otherKey));
    }
}
