package io.caravan.callback;

import static io.caravan.callback.RegistrationTests.event;
import static io.caravan.callback.RegistrationTests.postings;
import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.access.SecretKind;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.problem.Problem;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.store.JdbcActs;
import io.caravan.store.JdbcSecrets;
import io.caravan.store.JdbcSetups;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.setup.RotateSecret;
import java.time.Duration;
import java.util.UUID;

/** What signs callbacks after operators have replaced a secret. */
class ReplacedSecretTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private StoreFixture store;
    private CallbackRig rig;
    private SalesUnit unit;

    @OnBothDatabases
    void theOldSecretOfARegistrationSignsUntilItsTimeIsOver(StoreFixture database) {
        on(database);
        var made = RegistrationTests.register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);

        var next =
                rotate(SecretKind.REGISTRATION, made.registration().id().value().toString(), HOUR);

        assertThat(destination().own()).contains(made.secret());
        rig.later(HOUR);
        assertThat(destination().own()).contains(new RegistrationSecret(next));
    }

    @OnBothDatabases
    void ofAMerchantAllGoodSecretsSignUntilOneIsStolen(StoreFixture database) {
        on(database);
        RegistrationTests.register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);
        var merchant = unit.merchant().toString();

        var second = rotate(SecretKind.CALLBACK, merchant, HOUR);

        assertThat(destination().secrets())
                .extracting(CallbackSecret::text)
                .containsExactly(second, CallbackRig.SECRET);
        for (int i = 0; i < 3; i++) {
            rotate(SecretKind.CALLBACK, merchant, HOUR);
        }
        assertThatThrownBy(() -> rotate(SecretKind.CALLBACK, merchant, HOUR)).isInstanceOf(Problem.class);
        var last = rotate(SecretKind.CALLBACK, merchant, Duration.ZERO);
        assertThat(destination().secrets()).extracting(CallbackSecret::text).containsExactly(last);
    }

    private void on(StoreFixture database) {
        store = database;
        rig = new CallbackRig(store.dataSource());
        unit = RegistrationTests.unit(store, rig.merchantWithoutEndpoint());
    }

    private String rotate(SecretKind kind, String owner, Duration overlap) {
        var secrets = new JdbcSecrets(store.jdbc(), PlainForm.SEALER);
        var rotate = new RotateSecret(new JdbcSetups(store.jdbc()), secrets, new JdbcActs(store.jdbc()), rig.real);
        return store.inTransaction(() -> rotate.rotate(kind, owner, overlap, "dina"))
                .orElseThrow()
                .secret();
    }

    /** Where an event of now goes, after the lease of the one before. */
    private Destination destination() {
        rig.later(CallbackRig.LAPSE);
        rig.relay(event(rig, unit, UUID.randomUUID(), 0));
        return postings(rig).get(0).destination().orElseThrow();
    }
}
