package io.caravan.callback;

import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.callback.Registration;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Where sales units hear of what. */
class RegistrationTests extends AtSalesUnit {

    @OnBothDatabases
    void anEventGoesToEveryRegistrationOfItsSalesUnitThatWantsIt(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var sister = unit(store, unit.merchant());
        register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);
        register(store, rig, unit, "https://shop.example/b", INVOICE_CREATED, INVOICE_PAID);
        register(store, rig, unit, "https://shop.example/c", INVOICE_PAID);
        register(store, rig, sister, "https://shop.example/d", INVOICE_CREATED);

        rig.relay(event(rig, unit, UUID.randomUUID(), 0));

        assertThat(postings(rig))
                .extracting(RegistrationTests::url)
                .containsExactlyInAnyOrder("https://shop.example/a", "https://shop.example/b");
    }

    @OnBothDatabases
    void eachHasItsOwnSecretBesideTheMerchants(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);

        rig.relay(event(rig, unit, UUID.randomUUID(), 0));

        var destination = postings(rig).get(0).destination().orElseThrow();
        assertThat(destination.own()).contains(made.secret());
        assertThat(destination.secrets()).hasSize(1);
        assertThat(rig.jdbc.queryForList("select secret from registration", String.class))
                .noneMatch(stored -> stored.contains(made.secret().text()));
    }

    @OnBothDatabases
    void eventsOfAPaymentGoInOrderAtEachRegistration(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED, INVOICE_PAID);
        register(store, rig, unit, "https://shop.example/b", INVOICE_PAID);
        var payment = UUID.randomUUID();

        rig.relay(event(rig, unit, payment, 0), event(rig, unit, payment, 1));

        assertThat(postings(rig))
                .extracting(posting -> url(posting) + " " + CallbackRig.body(posting))
                .containsExactlyInAnyOrder(
                        "https://shop.example/a [\"" + payment + "#0\"]",
                        "https://shop.example/b [\"" + payment + "#1\"]");
    }

    @OnBothDatabases
    void anotherUnitsRegistrationIsNotThere(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var sister = unit(store, unit.merchant());
        var stranger = unit(store, rig.merchantWithoutEndpoint());
        var id = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED)
                .registration()
                .id();

        for (var other : List.of(sister, stranger)) {
            var problem = catchThrowableOfType(Problem.class, () -> remove(store, rig, other, id));
            assertThat(problem.code()).isEqualTo(ProblemCode.REGISTRATION_UNKNOWN);
        }
        assertThat(registrations(store, unit)).hasSize(1);
        assertThat(registrations(store, sister)).isEmpty();
    }

    @OnBothDatabases
    void ofTwentySixAtOnceOneIsRefused(StoreFixture store) throws Exception {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var all = IntStream.rangeClosed(0, Registration.MOST)
                .mapToObj(n -> (Callable<Boolean>) () -> isRegistered(store, rig, unit, n))
                .toList();

        var done = Race.of(all);

        assertThat(done.stream().filter(made -> made)).hasSize(Registration.MOST);
        assertThat(registrations(store, unit)).hasSize(Registration.MOST);
        assertThat(register(store, rig, unit, "https://shop.example/x", INVOICE_PAID))
                .isNotNull();
    }
}
