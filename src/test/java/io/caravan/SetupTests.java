package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.access.SecretKind;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.ActKind;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Plan.Action;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Setting up, from the file to the tables. */
class SetupTests {

    private final MerchantId merchant = MerchantId.random();
    private final int number = SetupWorld.number();

    @OnBothDatabases
    void theExampleCreatesAllThingsAndNeitherTheSecondTimeNorAnExportChangesAny(StoreFixture store) throws IOException {
        var world = new SetupWorld(store);
        var example = Files.readString(Path.of("docs/examples/setup.json"));

        var first = world.apply(example);
        var second = world.apply(example);

        assertThat(first.steps()).extracting(Plan.Step::action).containsOnly(Action.CREATED);
        assertThat(first.steps())
                .extracting(Plan.Step::kind)
                .contains("merchant", "issuer", "callbacks", "client", "account", "sales unit", "partner")
                .contains("service", "payer", "operator");
        assertThat(second.steps())
                .extracting(Plan.Step::action)
                .containsOnly(Action.UNCHANGED)
                .hasSameSizeAs(first.steps());
        assertThat(second.steps()).flatExtracting(Plan.Step::secrets).isEmpty();

        var exported = world.apply(world.export());
        assertThat(exported.steps()).extracting(Plan.Step::action).containsOnly(Action.UNCHANGED);
        assertThat(exported.steps())
                .extracting(Plan.Step::kind, Plan.Step::name)
                .containsAll(first.steps().stream()
                        .map(step -> org.assertj.core.groups.Tuple.tuple(step.kind(), step.name()))
                        .toList());
    }

    @OnBothDatabases
    void aServiceOfAnotherBankIsExportedWithItsProvider(StoreFixture store) {
        var world = new SetupWorld(store);
        var service =
                """
                {"services": [{"code": "northbank_transfer", "method": "northbank", "kind": "bank-transfer",
                  "currency": "EUR", "smallest": 1, "largest": 5, "asksProvider": true%s}]}""";

        world.apply(service.formatted(", \"provider\": \"northbank\""));

        assertThat(world.export()).contains("\"northbank\"");
        assertThat(world.apply(world.export()).steps())
                .extracting(Plan.Step::action)
                .containsOnly(Action.UNCHANGED);
        assertThat(world.apply(service.formatted("")).steps())
                .flatExtracting(Plan.Step::changed)
                .contains("provider");
    }

    @OnBothDatabases
    void aRehearsalTellsTheSameAndKeepsNothing(StoreFixture store) {
        var world = new SetupWorld(store);

        var rehearsed = world.rehearse(shop("Shop", "", ""));
        assertThat(merchants(store)).isZero();
        var applied = world.apply(shop("Shop", "", ""));

        assertThat(rehearsed.steps())
                .extracting(Plan.Step::action, Plan.Step::kind, Plan.Step::name)
                .isEqualTo(applied.steps().stream()
                        .map(step -> org.assertj.core.groups.Tuple.tuple(step.action(), step.kind(), step.name()))
                        .toList());
    }

    @OnBothDatabases
    void whatDiffersIsNamedAndBroughtUpToDate(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop("Shop", "", "\"test\": true"));

        var plan = world.apply(shop("Workshop", "\"enabled\": false", "\"test\": false"));

        assertThat(plan.steps())
                .filteredOn(step -> step.action() == Action.CHANGED)
                .flatExtracting(Plan.Step::changed)
                .containsExactly("name", "enabled", "settings");
        assertThat(found(world, store).name()).isEqualTo("Workshop");
        assertThat(found(world, store).enabled()).isFalse();
    }

    @OnBothDatabases
    void whatTheFileDoesNotSayStaysAsItIs(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop("Shop", "\"enabled\": false", ""));
        var secret = callbackSecret(store);

        var plan = world.apply(shop("Shop", "", ""));

        assertThat(plan.steps()).extracting(Plan.Step::action).containsOnly(Action.UNCHANGED);
        assertThat(found(world, store).enabled()).isFalse();
        assertThat(callbackSecret(store)).isEqualTo(secret);
    }

    @OnBothDatabases
    void aCallbackSecretOfTheFileIsTakenOnceAndThenTheMerchantsOwn(StoreFixture store) {
        var world = new SetupWorld(store);
        var secret = "\"callbackSecret\": \"whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl\"";
        world.apply(shop("Shop", secret, ""));
        store.sql().update("update merchant set callback_secret = 'own' where id = ?", merchant.value());

        world.apply(shop("Shop", secret, ""));

        assertThat(callbackSecret(store)).isEqualTo("own");
    }

    @OnBothDatabases
    void allThatBelongsToSomebodyElseIsRefusedAtOnceAndNothingIsKept(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop("Shop", "", ""));
        var thief = shop("Thief", "", "")
                .replace(merchant.toString(), MerchantId.random().toString());

        var refused = catchThrowableOfType(InvalidInput.class, () -> world.apply(thief));

        assertThat(refused.violations())
                .extracting(InvalidInput.Violation::field)
                .containsExactly(
                        "/merchants/0/issuers/0/id",
                        "/merchants/0/clients/0/id",
                        "/merchants/0/accounts/0/id",
                        "/merchants/0/salesUnits/0/msn",
                        "/merchants/0/partner/number");
        assertThat(store.sql().queryForList("select name from merchant", String.class))
                .doesNotContain("Thief");
    }

    @OnBothDatabases
    void aSecretThatTheFileReplacesIsGoodForAWhileLonger(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop("Shop", "", ""));
        var file =
                shop("Shop", "", "").replace("\"id\": \"shop-", "\"secret\": \"long-enough-secret\", \"id\": \"shop-");

        var plan = world.apply(file);

        assertThat(plan.steps()).flatExtracting(Plan.Step::changed).containsExactly("secret");
        var old = store.inTransaction(
                () -> world.stores.secrets().old(SecretKind.CLIENT, "shop-" + number, world.clock.instant()));
        assertThat(old).singleElement().satisfies(secret -> assertThat(secret.goodUntil())
                .isEqualTo(world.clock.instant().plus(SetupWorld.OVERLAP)));
        assertThat(world.apply(file).count(Action.CHANGED)).isZero();
    }

    @OnBothDatabases
    void ofSeveralAtOnceOneMakesEachThingAndItsSecrets(StoreFixture store) throws Exception {
        var world = new SetupWorld(store);
        var file = shop("Shop", "", "");

        var plans = Race.of(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Plan>) () -> world.apply(file))
                .toList());

        assertThat(plans).filteredOn(plan -> plan.count(Action.CREATED) > 0).hasSize(1);
        assertThat(plans).filteredOn(plan -> plan.count(Action.UNCHANGED) == 6).hasSize(3);
    }

    @OnBothDatabases
    void whatWasDoneIsNotedWithItsOperatorAndARehearsalIsNot(StoreFixture store) {
        var world = new SetupWorld(store);
        world.rehearse(shop("Shop", "", ""));
        world.apply(shop("Shop", "", ""));
        world.apply(shop("Shop", "", ""));

        var acts = store.inTransaction(() -> world.acts.newest(Optional.empty(), 100)).stream()
                .filter(act -> act.note().contains(merchant.toString()))
                .toList();

        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.operator()).isEqualTo("dina");
            assertThat(act.kind()).isEqualTo(ActKind.SET_UP);
            assertThat(act.note()).contains("created client shop-" + number);
        });
    }

    @OnBothDatabases
    void whereCallbacksGoIsChangedForTheApiByWhichNoMerchantCan(StoreFixture store) {
        var world = new SetupWorld(store);
        var hooks = "\"callbacks\": [{\"dialect\": \"mobilepay\", \"url\": \"https://%1$s.example/a\"},"
                + " {\"dialect\": \"paymentinvoices\", \"url\": \"https://%1$s.example/b\"}]";
        world.apply(shop("Shop", hooks.formatted("old"), ""));

        var plan = world.apply(shop("Shop", hooks.formatted("new"), ""));
        var again = world.apply(shop("Shop", hooks.formatted("new"), ""));

        assertThat(plan.steps())
                .filteredOn(step -> step.action() == Action.CHANGED)
                .extracting(Plan.Step::name)
                .containsExactly("paymentinvoices of " + merchant);
        assertThat(again.count(Action.CHANGED)).isZero();
        assertThat(store.sql()
                        .queryForList(
                                "select url from endpoint where merchant_id = ? order by dialect",
                                String.class,
                                merchant.value()))
                .containsExactly("https://old.example/a", "https://new.example/b");
    }

    @OnBothDatabases
    void theCredentialForTheSameAddressIsReplacedAndStaysIfNoneIsGiven(StoreFixture store) {
        var world = new SetupWorld(store);
        var hook = "\"callbacks\": [{\"dialect\": \"paymentinvoices\", \"url\": \"https://shop.example/b\"%s}]";
        var before = hook.formatted(", \"user\": \"shop\", \"password\": \"the one before\"");
        var after = hook.formatted(", \"user\": \"shop\", \"password\": \"the one after\"");
        world.apply(shop("Shop", before, ""));

        assertThat(world.apply(shop("Shop", before, "")).count(Action.CHANGED)).isZero();
        assertThat(world.apply(shop("Shop", after, "")).steps())
                .filteredOn(step -> step.action() == Action.CHANGED)
                .flatExtracting(Plan.Step::changed)
                .containsExactly("password");
        assertThat(world.apply(shop("Shop", after, "")).count(Action.CHANGED)).isZero();
        assertThat(world.apply(shop("Shop", hook.formatted(""), "")).count(Action.CHANGED))
                .isZero();
        assertThat(store.sql()
                        .queryForObject(
                                "select authorization_header from endpoint where merchant_id = ?",
                                String.class,
                                merchant.value()))
                .isNotNull();
    }

    private String shop(String name, String more, String unit) {
        return """
                {"merchants": [{"id": "%s", "name": "%s", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1"%s,
                  "issuers": [{"id": "%s", "name": "Shop"}],
                  "clients": [{"id": "shop-%d"}], "accounts": [{"id": "coma_shop%d"}],
                  "salesUnits": [{"msn": "%d", "name": "Shop"%s}],
                  "partner": {"number": %d, "issuer": "%s"}}]}
                """
                .formatted(merchant, name, tail(more), issuer(), number, number, number, tail(unit), number, issuer());
    }

    private static String tail(String fields) {
        return fields.isEmpty() ? "" : ", " + fields;
    }

    private String issuer() {
        return new java.util.UUID(1, merchant.value().getLeastSignificantBits()).toString();
    }

    private long merchants(StoreFixture store) {
        return store.sql().queryForObject("select count(*) from merchant where id = ?", Long.class, merchant.value());
    }

    private String callbackSecret(StoreFixture store) {
        return store.sql()
                .queryForObject("select callback_secret from merchant where id = ?", String.class, merchant.value());
    }

    private io.caravan.core.merchant.Merchant found(SetupWorld world, StoreFixture store) {
        return store.inTransaction(() -> world.stores.merchants().find(merchant))
                .orElseThrow();
    }
}
