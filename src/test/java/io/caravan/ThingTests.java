package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.access.SecretKind;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.SentForm;
import io.caravan.core.setup.Thing;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingQuery;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.setup.ListThings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of what has been set up, and forms that are done once. */
class ThingTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MerchantId merchant = MerchantId.random();
    private final String mark = merchant.toString().substring(0, 13);

    @OnBothDatabases
    void eachThingIsOnOnePageHoweverManyHaveTheSameName(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop(30));

        var query = ThingQuery.of(merchant, ThingKind.ISSUER);
        var pages = new ArrayList<List<Thing>>();
        for (var page = world.listThings.list(query); ; page = world.listThings.list(query)) {
            pages.add(page.things());
            if (!page.more()) {
                break;
            }
            query = query.from(page.things().get(page.things().size() - 1));
        }

        assertThat(pages).extracting(List::size).containsExactly(ListThings.PAGE, 5);
        assertThat(pages.stream().flatMap(List::stream).map(Thing::name)).doesNotHaveDuplicates();
    }

    @OnBothDatabases
    void thingsAreFoundByAPartOfTheirNameOrIdAndNothingInItIsAPattern(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop(1));

        assertThat(found(world, ThingKind.MERCHANT, "SHOP " + mark)).hasSize(1);
        assertThat(found(world, ThingKind.MERCHANT, merchant.toString().toUpperCase()))
                .hasSize(1);
        assertThat(found(world, ThingKind.CLIENT, "c-" + mark)).hasSize(1);
        assertThat(found(world, ThingKind.MERCHANT, "Shop_" + mark)).isEmpty();
        assertThat(found(world, ThingKind.MERCHANT, "%" + mark)).isEmpty();
        for (var kind : ThingKind.values()) {
            assertThat(found(world, kind, "!%_' or 1=1")).as(kind.text()).isEmpty();
        }
    }

    @OnBothDatabases
    void aFormIsDoneOnceHoweverManySendItAtOnce(StoreFixture store) throws Exception {
        var world = new SetupWorld(store);
        var form = UUID.randomUUID();
        var setup = SetupWorld.read(shop(1));

        Race.of(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    world.submitSetup.submit(form, setup, "dina", Optional.empty());
                    return true;
                })
                .toList());

        assertThat(world.showDone.show(new SentForm(form, "otto"))).isEmpty();
        assertThat(world.showDone.show(new SentForm(form, "dina")).orElseThrow().count(Plan.Action.CREATED))
                .isEqualTo(3);
        assertThat(world.showDone.show(new SentForm(form, "dina"))).isEmpty();
    }

    @OnBothDatabases
    void whatAFormMadeIsSealedAndForgottenWhenNobodyLooks(StoreFixture store) {
        var world = new SetupWorld(store);
        var form = UUID.randomUUID();
        world.submitSetup.submit(form, SetupWorld.read(shop(1)), "dina", Optional.empty());
        assertThat(result(store, form)).startsWith("k1:").doesNotContain("secret");

        world.clock.advance(Duration.ofMinutes(16));

        world.purgeForms.purge();
        assertThat(result(store, form)).isNull();
        assertThat(world.showDone.show(new SentForm(form, "dina"))).isEmpty();
    }

    @OnBothDatabases
    void aFormThatCannotBeDoneCanBeSentAgain(StoreFixture store) {
        var world = new SetupWorld(store);
        var form = UUID.randomUUID();
        var wrong = SetupWorld.read(shop(1).replace(
                        "\"clients\"",
                        "\"partner\": {\"number\": " + SetupWorld.number() + ", \"issuer\": \"" + UUID.randomUUID()
                                + "\"}, \"clients\""));

        assertThatThrownBy(() -> world.submitSetup.submit(form, wrong, "dina", Optional.empty()))
                .isInstanceOf(InvalidInput.class);
        world.submitSetup.submit(form, SetupWorld.read(shop(1)), "dina", Optional.empty());

        assertThat(world.showDone.show(new SentForm(form, "dina"))).isPresent();
    }

    @OnBothDatabases
    void aCallbackSecretIsReplacedByOperatorsAndTheOldOneSignsBesideIt(StoreFixture store) {
        var world = new SetupWorld(store);
        world.apply(shop(1));
        var form = UUID.randomUUID();

        for (var typed : List.of(merchant.toString(), merchant.toString().toUpperCase(Locale.ROOT))) {
            world.submitRotation.submit(form, SecretKind.CALLBACK, typed, HOUR, "dina");
        }

        var old = store.inTransaction(
                () -> world.stores.secrets().old(SecretKind.CALLBACK, merchant.toString(), world.clock.instant()));
        assertThat(old).hasSize(1);
        var made = world.showDone.show(new SentForm(form, "dina")).orElseThrow();
        assertThat(made.steps().get(0).secrets().get(0).secret()).startsWith("whsec_");
        world.submitRotation.submit(
                UUID.randomUUID(), SecretKind.CALLBACK, merchant.toString().toUpperCase(Locale.ROOT), HOUR, "dina");
        assertThat(store.inTransaction(() ->
                        world.stores.secrets().old(SecretKind.CALLBACK, merchant.toString(), world.clock.instant())))
                .hasSize(2);
        assertThat(world.submitRotation.submit(
                        UUID.randomUUID(), SecretKind.REGISTRATION, merchant.toString(), HOUR, "dina"))
                .isFalse();
    }

    private static List<Thing> found(SetupWorld world, ThingKind kind, String text) {
        return world.listThings
                .list(new ThingQuery(kind, Optional.empty(), text, Optional.empty()))
                .things();
    }

    private static String result(StoreFixture store, UUID form) {
        return store.sql().queryForObject("select result from done_form where id = ?", String.class, form);
    }

    private String shop(int issuers) {
        var all = IntStream.range(0, issuers)
                .mapToObj(i -> "{\"id\": \"" + UUID.randomUUID() + "\", \"name\": \"Same\"}")
                .collect(Collectors.joining(","));
        return """
                {"merchants": [{"id": "%s", "name": "Shop %s", "country": "DK", "currency": "DKK",
                  "zone": "Europe/Copenhagen", "vatNumber": "DK1", "issuers": [%s], "clients": [{"id": "c-%s"}]}]}
                """
                .formatted(merchant, mark, all, merchant);
    }
}
