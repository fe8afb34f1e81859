package io.caravan.store;

import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.payer.PayerId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;

class JdbcPayersTests {

    @OnBothDatabases
    void aPayerIsFoundByPhoneAndById(StoreFixture store) {
        var payers = new JdbcPayers(store.jdbc());
        var payer = store.stored(aPayer());
        store.stored(aPayer());

        assertThat(store.inTransaction(() -> payers.find(payer.phone()))).contains(payer);
        assertThat(store.inTransaction(() -> payers.find(payer.id()))).contains(payer);
    }

    @OnBothDatabases
    void anUnknownPayerIsNotFound(StoreFixture store) {
        var payers = new JdbcPayers(store.jdbc());

        assertThat(store.inTransaction(() -> payers.find(aPhone()))).isEmpty();
        assertThat(store.inTransaction(() -> payers.find(PayerId.random()))).isEmpty();
    }
}
