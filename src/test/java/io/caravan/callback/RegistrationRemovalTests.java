package io.caravan.callback;

import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Registration;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.dao.DataAccessException;

/** What becomes of callbacks when the registration that they are for is removed. */
class RegistrationRemovalTests extends AtSalesUnit {

    @OnBothDatabases
    void whatWaitsForARemovedOneIsGivenUpAndNothingMoreComes(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED, INVOICE_PAID);
        var payment = UUID.randomUUID();
        var first = event(rig, unit, payment, 0);
        var second = event(rig, unit, payment, 1);
        rig.relay(first, second);
        var onItsWay = postings(rig).get(0);

        remove(store, rig, unit, made.registration().id());
        var later = event(rig, unit, UUID.randomUUID(), 0);
        rig.relay(later);

        assertThat(rig.stateOf(first)).isEqualTo("DELIVERING");
        assertThat(rig.stateOf(second)).isEqualTo("DEAD");
        assertThat(rig.reasonOf(second)).contains("REMOVED");
        assertThat(rig.stateOf(later)).isEqualTo("HELD");
        rig.record(rig.answered(onItsWay, 500));
        rig.later(Duration.ofDays(1));
        assertThat(rig.lease()).isEmpty();
        assertThat(purge(store, rig)).isFalse();
        assertThat(rig.reasonOf(first)).contains("REMOVED");
    }

    @OnBothDatabases
    void whatIsOnItsWayToARemovedOneMayArrive(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);
        var event = event(rig, unit, UUID.randomUUID(), 0);
        rig.relay(event);
        var onItsWay = postings(rig).get(0);

        remove(store, rig, unit, made.registration().id());
        rig.record(rig.answered(onItsWay, 204));

        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void whatAnInstanceThatIsGoneLeftOnItsWayToARemovedOneIsGivenUpOnceItsLeaseIsOver(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);
        var event = event(rig, unit, UUID.randomUUID(), 0);
        rig.relay(event);
        postings(rig);
        remove(store, rig, unit, made.registration().id());

        purge(store, rig);
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERING");
        rig.later(CallbackRig.LAPSE);
        purge(store, rig);

        assertThat(rig.reasonOf(event)).contains("REMOVED");
    }

    @OnBothDatabases
    void removedWhileEventsComeAndGoNothingStaysBehind(StoreFixture store) throws Exception {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED);
        Callable<Integer> coming = () -> repeat(() -> rig.relay(event(rig, unit, UUID.randomUUID(), 0)));
        Callable<Integer> going = () -> repeat(() -> rig.exchangeAll(posting -> rig.answered(posting, 500)));
        Callable<Integer> removing = () -> {
            remove(store, rig, unit, made.registration().id());
            return 0;
        };

        Race.of(List.of(coming, going, coming, going, removing));
        rig.later(CallbackRig.LAPSE);
        purge(store, rig);

        assertThat(rig.jdbc.queryForList(
                        "select distinct state from callback where endpoint_id is not null", String.class))
                .isSubsetOf("DEAD", "DELIVERED");
        assertThat(rig.jdbc.queryForList("select distinct state from delivery", String.class))
                .isSubsetOf("DEAD", "DELIVERED");
        assertThat(rig.lease()).isEmpty();
    }

    /** What loses a race for its rows is lost; in the service it would be tried again. */
    private static int repeat(Runnable work) {
        int lost = 0;
        for (int i = 0; i < 20; i++) {
            try {
                work.run();
            } catch (DataAccessException e) {
                lost++;
            }
        }
        return lost;
    }

    @OnBothDatabases
    void oneThatHasTakenNothingForTwoWeeksIsRemoved(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var unit = unit(store, rig.merchantWithoutEndpoint());
        var dead = register(store, rig, unit, "https://shop.example/dead", INVOICE_CREATED);
        register(store, rig, unit, "https://shop.example/alive", INVOICE_CREATED);
        rig.jdbc.update(
                "update endpoint set suspended_at = ? where id = ?",
                java.sql.Timestamp.from(rig.business.instant()),
                dead.registration().id().value());

        rig.later(Duration.ofDays(14).minusSeconds(1));
        purge(store, rig);
        assertThat(registrations(store, unit)).hasSize(2);
        rig.later(Duration.ofSeconds(1));
        purge(store, rig);

        assertThat(registrations(store, unit))
                .extracting(Registration::url)
                .containsExactly("https://shop.example/alive");
    }
}
