package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.access.Subscription;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.OwnRegistration;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.JdbcRegistrations;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.callback.PurgeRegistrations;
import io.caravan.usecase.callback.RemoveRegistration;
import io.caravan.usecase.callback.StoreRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;

/** Where sales units hear of what. */
class RegistrationTests {

    private static final SalesUnitSettings SETTINGS =
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true);

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

    static SalesUnit unit(StoreFixture store, MerchantId merchant) {
        var msn = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 1_000_000_000));
        var unit = new SalesUnit(msn, merchant, "Shop", SETTINGS);
        store.inTransaction(() ->
                new JdbcSalesUnits(store.jdbc(), Clock.systemUTC()).put(new Subscription(unit, msn + "a", msn + "b")));
        return unit;
    }

    private static JdbcRegistrations stored(StoreFixture store) {
        return new JdbcRegistrations(store.jdbc(), PlainForm.SEALER);
    }

    static NewRegistration register(
            StoreFixture store, CallbackRig rig, SalesUnit unit, String url, EventType... events) {
        var request = new RegistrationRequest(unit, url, Set.of(events));
        return store.inTransaction(() -> new StoreRegistration(stored(store), rig.business).store(request));
    }

    private static boolean isRegistered(StoreFixture store, CallbackRig rig, SalesUnit unit, int n) {
        try {
            register(store, rig, unit, "https://shop.example/" + n, INVOICE_CREATED);
            return true;
        } catch (Problem e) {
            assertThat(e.code()).isEqualTo(ProblemCode.TOO_MANY_REGISTRATIONS);
            return false;
        }
    }

    static void remove(StoreFixture store, CallbackRig rig, SalesUnit unit, EndpointId id) {
        store.inTransaction(
                () -> new RemoveRegistration(stored(store), rig.business).remove(new OwnRegistration(unit, id)));
    }

    static boolean purge(StoreFixture store, CallbackRig rig) {
        return store.inTransaction(
                () -> new PurgeRegistrations(stored(store), Duration.ofDays(14), rig.business, rig.real).purge());
    }

    private static List<Registration> registrations(StoreFixture store, SalesUnit unit) {
        return store.inTransaction(() -> stored(store).of(unit.merchant(), unit.msn()));
    }

    static Event event(CallbackRig rig, SalesUnit unit, UUID subject, int number) {
        return rig.event(new Event(
                EventId.next(),
                subject,
                number,
                number == 0 ? INVOICE_CREATED : INVOICE_PAID,
                unit.merchant(),
                EPAYMENT,
                rig.business.instant(),
                Map.of(Detail.SALES_UNIT, unit.msn())));
    }

    static List<Posting> postings(CallbackRig rig) {
        var postings = new ArrayList<Posting>();
        rig.lease().forEach(lease -> postings.addAll(rig.take(lease)));
        return postings;
    }

    static String url(Posting posting) {
        return posting.destination().orElseThrow().url();
    }
}
