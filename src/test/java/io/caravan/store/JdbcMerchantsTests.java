package io.caravan.store;

import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;

class JdbcMerchantsTests {

    @OnBothDatabases
    void aMerchantIsFoundAsItWasStored(StoreFixture store) {
        var merchant = store.stored(aMerchant());

        var found = store.inTransaction(() -> new JdbcMerchants(store.jdbc()).find(merchant.id()));

        assertThat(found).contains(merchant);
    }

    @OnBothDatabases
    void nobodyIsFoundUnderAnUnknownId(StoreFixture store) {
        var found = store.inTransaction(() -> new JdbcMerchants(store.jdbc()).find(MerchantId.random()));

        assertThat(found).isEmpty();
    }

    @OnBothDatabases
    void anIssuerIsFoundByItsOwnMerchantOnly(StoreFixture store) {
        var merchants = new JdbcMerchants(store.jdbc());
        var merchant = store.stored(aMerchant());
        var other = store.stored(aMerchant());
        var issuer = store.stored(anIssuer(merchant.id()));

        assertThat(store.inTransaction(() -> merchants.issuer(merchant.id(), issuer.id())))
                .contains(issuer);
        assertThat(store.inTransaction(() -> merchants.issuer(other.id(), issuer.id())))
                .isEmpty();
        assertThat(store.inTransaction(() -> merchants.issuer(merchant.id(), IssuerId.random())))
                .isEmpty();
    }

    @OnBothDatabases
    void issuersAreListedByNameAndWithoutThoseOfOthers(StoreFixture store) {
        var merchant = store.stored(aMerchant());
        var other = store.stored(aMerchant());
        var second = store.stored(named("Odense", merchant.id()));
        var first = store.stored(named("Aarhus", merchant.id()));
        store.stored(named("Billund", other.id()));

        var issuers = store.inTransaction(() -> new JdbcMerchants(store.jdbc()).issuers(merchant.id()));

        assertThat(issuers).containsExactly(first, second);
    }

    private static Issuer named(String name, MerchantId merchant) {
        return new Issuer(
                IssuerId.random(), merchant, name, new Issuer.Address("", "", ""), Issuer.Status.PENDING, false);
    }
}
