package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.SecretHash;
import io.caravan.core.access.SecretKind;
import io.caravan.core.access.Subscription;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.setup.Plan;
import io.caravan.store.JdbcCommerceAccounts;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.setup.ListOldSecrets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** A secret that has been replaced is good until its time is over, for whoever is asked. */
class OldSecretTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MerchantId merchant = MerchantId.random();
    private final int number = SetupWorld.number();

    @OnBothDatabases
    void aClientHasTwoGoodSecretsForAWhile(StoreFixture store) {
        var world = new SetupWorld(store);
        var old = made(setUp(world), "client", "secret");

        var next = rotate(world, SecretKind.CLIENT, "shop-" + number, HOUR);

        assertThat(client(world, store).goodHashes()).containsExactly(SecretHash.of(next), SecretHash.of(old));
        world.clock.advance(HOUR);
        assertThat(client(world, store).goodHashes()).containsExactly(SecretHash.of(next));
    }

    @OnBothDatabases
    void anAccountHasTwoGoodKeysForAWhile(StoreFixture store) {
        var world = new SetupWorld(store);
        var old = made(setUp(world), "account", "key");

        var next = rotate(world, SecretKind.ACCOUNT, "coma_shop" + number, HOUR);

        assertThat(account(world, store)).matches(known -> known.isOpenedBy(old) && known.isOpenedBy(next));
        world.clock.advance(HOUR);
        assertThat(account(world, store)).matches(known -> !known.isOpenedBy(old) && known.isOpenedBy(next));
    }

    @OnBothDatabases
    void bothKeysOfASalesUnitAreReplacedApart(StoreFixture store) {
        var world = new SetupWorld(store);
        var plan = setUp(world);
        var key = made(plan, "sales unit", "key");
        var other = made(plan, "sales unit", "otherKey");

        var next = rotate(world, SecretKind.SALES_UNIT, String.valueOf(number), HOUR);

        assertThat(unit(world, store))
                .matches(unit -> unit.isOpenedBy(key) && unit.isOpenedBy(next) && unit.isOpenedBy(other));
        rotate(world, SecretKind.SALES_UNIT_OTHER, String.valueOf(number), HOUR);
        world.clock.advance(HOUR);
        assertThat(unit(world, store))
                .matches(unit -> !unit.isOpenedBy(key) && unit.isOpenedBy(next) && !unit.isOpenedBy(other));
    }

    @OnBothDatabases
    void aPartnerSignsWithTwoKeysForAWhile(StoreFixture store) {
        var world = new SetupWorld(store);
        var old = made(setUp(world), "partner", "key");

        var next = rotate(world, SecretKind.PARTNER, String.valueOf(number), HOUR);

        var partner =
                store.inTransaction(() -> world.stores.partners().find(number)).orElseThrow();
        assertThat(partner.goodKeys().map(key -> Base64.getEncoder().encodeToString(key)))
                .containsExactly(next, old);
        world.clock.advance(HOUR);
        assertThat(store.inTransaction(() -> world.stores.partners().find(number))
                        .orElseThrow()
                        .goodKeys())
                .hasSize(1);
    }

    @OnBothDatabases
    void callbacksAreSignedWithTheOldKeyUntilItsTimeIsOver(StoreFixture store) {
        var world = new SetupWorld(store);
        var old = made(setUp(world), "account", "liveKey");

        var next = rotate(world, SecretKind.LIVE_KEY, "coma_shop" + number, HOUR);

        assertThat(signs(world, store)).isEqualTo(old);
        world.clock.advance(HOUR);
        assertThat(signs(world, store)).isEqualTo(next);
    }

    @OnBothDatabases
    void whatSignedBeforeTheLastReplacementNeverSignsAgain(StoreFixture store) {
        var world = new SetupWorld(store);
        setUp(world);
        rotate(world, SecretKind.LIVE_KEY, "coma_shop" + number, Duration.ofDays(1));

        var last = rotate(world, SecretKind.LIVE_KEY, "coma_shop" + number, HOUR);

        world.clock.advance(HOUR);
        assertThat(signs(world, store)).isEqualTo(last);
    }

    @OnBothDatabases
    void withoutAnyOverlapNoneBeforeIsGood(StoreFixture store) {
        var world = new SetupWorld(store);
        setUp(world);
        rotate(world, SecretKind.CLIENT, "shop-" + number, HOUR);

        var last = rotate(world, SecretKind.CLIENT, "shop-" + number, Duration.ZERO);

        assertThat(client(world, store).goodHashes()).containsExactly(SecretHash.of(last));
    }

    @OnBothDatabases
    void oldSecretsAreListedWithTheirEndAndNobodysAreNot(StoreFixture store) {
        var world = new SetupWorld(store);
        setUp(world);
        rotate(world, SecretKind.PARTNER, String.valueOf(number), HOUR);
        rotate(world, SecretKind.PARTNER, String.valueOf(number), Duration.ofDays(2));

        var list = new ListOldSecrets(world.stores.secrets(), world.clock);

        assertThat(store.inTransaction(() -> list.list(SecretKind.PARTNER, String.valueOf(number)))
                        .orElseThrow())
                .extracting(old -> Duration.between(old.replacedAt(), old.goodUntil()))
                .containsExactlyInAnyOrder(HOUR, Duration.ofDays(2));
        assertThat(Arrays.stream(SecretKind.values()).map(kind -> store.inTransaction(() -> list.list(kind, "nobody"))))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(world.rotateSecret.rotate(SecretKind.CLIENT, "nobody", HOUR, "dina"))
                .isEmpty();
    }

    private Plan setUp(SetupWorld world) {
        return world.apply(
                """
                {"merchants": [{"id": "%s", "name": "Shop", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1", "issuers": [{"id": "%s", "name": "Shop"}],
                  "clients": [{"id": "shop-%d"}], "accounts": [{"id": "coma_shop%d"}],
                  "salesUnits": [{"msn": "%d", "name": "Shop"}], "partner": {"number": %d, "issuer": "%s"}}]}
                """
                        .formatted(merchant, merchant, number, number, number, number, merchant));
    }

    private static String made(Plan plan, String kind, String what) {
        return plan.steps().stream()
                .filter(step -> step.kind().equals(kind))
                .flatMap(step -> step.secrets().stream())
                .filter(made -> made.what().equals(what))
                .findFirst()
                .orElseThrow()
                .secret();
    }

    private static String rotate(SetupWorld world, SecretKind kind, String owner, Duration overlap) {
        return world.rotateSecret
                .rotate(kind, owner, overlap, "dina")
                .orElseThrow()
                .secret();
    }

    private io.caravan.core.access.Client client(SetupWorld world, StoreFixture store) {
        return store.inTransaction(() -> world.stores.clients().find("shop-" + number))
                .orElseThrow();
    }

    private CommerceAccount account(SetupWorld world, StoreFixture store) {
        var accounts = new JdbcCommerceAccounts(store.jdbc(), world.clock);
        return store.inTransaction(() -> accounts.find("coma_shop" + number)).orElseThrow();
    }

    private Subscription unit(SetupWorld world, StoreFixture store) {
        return store.inTransaction(() -> world.stores.subscriptions().of(merchant))
                .get(0);
    }

    private String signs(SetupWorld world, StoreFixture store) {
        return store.inTransaction(() -> world.stores.accountKeys().find(merchant, "none", false))
                .orElseThrow();
    }
}
