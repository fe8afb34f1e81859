package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Posting;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.ops.DeadLetterBox;
import io.caravan.core.problem.Problem;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.store.JdbcDeadLetters;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is promised of events that no registration took and that are sent once more, on both databases. */
class RegisteredReplayTests {

    private static final String OLD = "https://shop.example/old";
    private static final String NEW = "https://shop.example/new";
    private static final String OTHER = "https://shop.example/other";

    private StoreFixture store;
    private ReplayDesk desk;
    private CallbackRig rig;
    private SalesUnit unit;

    private void on(StoreFixture fixture) {
        store = fixture;
        desk = new ReplayDesk(store.dataSource());
        rig = desk.rig;
        unit = RegistrationTests.unit(store, rig.merchantWithoutEndpoint());
    }

    private UUID payment() {
        var id = UUID.randomUUID();
        rig.jdbc.update(
                """
                insert into payment (id, merchant_id, dialect, method, status, bank_text, currency, amount, authorized,
                    captured, refunded, cancelled, number, created_at, msn, reference)
                values (?, ?, 'EPAYMENT', 'WALLET', 'CREATED', '', 'DKK', 100, 0, 0, 0, 0, 0, ?, ?, 'order')
                """,
                id,
                unit.merchant().value(),
                Timestamp.from(rig.business.instant()),
                unit.msn());
        return id;
    }

    private Event relayed(UUID payment, int number) {
        var event = RegistrationTests.event(rig, unit, payment, number);
        rig.relay(event);
        return event;
    }

    private EndpointId register(String url, EventType... events) {
        return RegistrationTests.register(store, rig, unit, url, events)
                .registration()
                .id();
    }

    private void remove(EndpointId registration) {
        RegistrationTests.remove(store, rig, unit, registration);
    }

    private long replayAll(CallbackStatus status) {
        rig.later(CallbackRig.LAPSE);
        return desk.replayAll(unit.merchant(), status);
    }

    private int countDead(Function<DeadLetterBox, Integer> count) {
        return store.inTransaction(() -> count.apply(new JdbcDeadLetters(store.jdbc())));
    }

    private static List<String> told(List<Posting> postings) {
        return postings.stream()
                .map(posting -> RegistrationTests.url(posting) + " " + ReplayDesk.body(posting))
                .toList();
    }

    private static String told(String url, Event event) {
        return url + " [" + PlainForm.text(event) + "]";
    }

    private List<String> states(Event event) {
        return rig.jdbc.queryForList(
                "select state from callback where event_id = ? order by id",
                String.class,
                event.id().value());
    }

    @OnBothDatabases
    void aHeldEventGoesToEachRegistrationOfItsSalesUnitThatWantsIt(StoreFixture store) {
        on(store);
        var event = relayed(payment(), 0);
        var id = desk.idOf(event);
        RegistrationTests.register(
                store, rig, RegistrationTests.unit(store, unit.merchant()), "https://sister.example/", INVOICE_CREATED);
        register("https://shop.example/paid", INVOICE_PAID);

        assertThatThrownBy(() -> desk.replay(event)).isInstanceOf(Problem.class).hasMessageContaining("no endpoint");
        assertThat(replayAll(CallbackStatus.HELD)).isZero();
        register(NEW, INVOICE_CREATED);
        register(OTHER, INVOICE_CREATED, INVOICE_PAID);
        assertThat(desk.replay(event)).isEqualTo(2);
        var sent = desk.deliver(200);

        assertThat(told(sent)).containsExactlyInAnyOrder(told(NEW, event), told(OTHER, event));
        assertThat(sent).extracting(Posting::id).doesNotHaveDuplicates().contains(id);
        assertThat(states(event)).containsExactly("DELIVERED", "DELIVERED");
    }

    @OnBothDatabases
    void eventsThatAreHeldGoInOrderAtEachRegistrationAndBeforeWhatFollowed(StoreFixture store) {
        on(store);
        var payment = payment();
        var first = relayed(payment, 0);
        var second = relayed(payment, 1);
        register(NEW, INVOICE_CREATED, INVOICE_PAID);
        register(OTHER, INVOICE_PAID);
        var third = relayed(payment, 2);

        assertThat(replayAll(CallbackStatus.HELD)).isEqualTo(3);
        assertThat(desk.workOff()).isTrue();
        var sent = told(desk.deliver(200));

        assertThat(sent)
                .containsSubsequence(told(NEW, first), told(NEW, second), told(NEW, third))
                .containsSubsequence(told(OTHER, second), told(OTHER, third))
                .hasSize(5);
    }

    @OnBothDatabases
    void whatARemovedRegistrationDidNotTakeGoesToTheOneThatIsRegisteredAnew(StoreFixture store) {
        on(store);
        var old = register(OLD, INVOICE_CREATED);
        var event = relayed(payment(), 0);
        var refused = rig.takeOne(rig.leaseOne());
        rig.record(rig.answered(refused, 500));
        remove(old);
        rig.jdbc.update("update delivery set body = ?", (Object) "as it was".getBytes());

        assertThatThrownBy(() -> desk.replay(event)).isInstanceOf(Problem.class).hasMessageContaining("no endpoint");
        register(NEW, INVOICE_CREATED);
        assertThat(replayAll(CallbackStatus.DEAD)).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();
        var lease = rig.leaseOne();
        rig.record(rig.answered(rig.takeOne(lease), 500));
        rig.later(CallbackRig.WAITS.get(0).multipliedBy(2));
        var again = rig.takeOne(lease);
        rig.record(rig.answered(again, 200));

        assertThat(told(List.of(again))).containsExactly(NEW + " as it was");
        assertThat(again.id()).isEqualTo(refused.id()).isEqualTo(desk.idOf(event));
        assertThat(states(event)).containsExactly("DELIVERED");
        assertThat(desk.show(event).attempts()).hasSize(3);
        assertThat(desk.show(event).callback().endpoint()).contains(NEW);
    }

    @OnBothDatabases
    void eachOfTwoRegistrationsThatAreGoneIsReplacedByOne(StoreFixture store) {
        on(store);
        var gone = List.of(register(OLD, INVOICE_CREATED), register(OTHER, INVOICE_CREATED));
        var event = relayed(payment(), 0);
        gone.forEach(this::remove);
        register(NEW + 1, INVOICE_CREATED);

        assertThat(replayAll(CallbackStatus.DEAD)).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();
        assertThat(told(desk.deliver(200))).containsExactly(told(NEW + 1, event));
        assertThat(replayAll(CallbackStatus.DEAD)).isZero();
        register(NEW + 2, INVOICE_CREATED);

        assertThat(replayAll(CallbackStatus.DEAD)).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();
        assertThat(told(desk.deliver(200))).containsExactly(told(NEW + 2, event));
        assertThat(states(event)).containsExactly("DELIVERED", "DELIVERED");
    }

    @OnBothDatabases
    void anEventGoesToNoRegistrationThatHasGotItBefore(StoreFixture store) {
        on(store);
        var old = register(OLD, INVOICE_CREATED);
        register(OTHER, INVOICE_CREATED);
        var event = relayed(payment(), 0);
        var lost = rig.jdbc.queryForObject("select id from callback where endpoint_id = ?", UUID.class, old.value());
        remove(old);
        desk.deliver(200);

        assertThatThrownBy(() -> desk.replay(unit.merchant(), DeliveryId.of(lost)))
                .isInstanceOf(Problem.class);
        assertThat(replayAll(CallbackStatus.DEAD)).isZero();
        rig.later(CallbackRig.LAPSE);
        assertThat(desk.replayAll(unit.merchant())).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();

        assertThat(told(desk.deliver(200))).containsExactly(told(OTHER, event));
    }

    @OnBothDatabases
    void whatIsCountedBeforehandIsWhatIsSent(StoreFixture store) {
        on(store);
        var old = register(OLD, INVOICE_CREATED);
        var event = relayed(payment(), 0);
        relayed(payment(), 0);
        remove(old);

        assertThat(countDead(box -> box.countDead(unit.merchant(), 10))).isZero();
        assertThat(countDead(box -> box.countDead(desk.idOf(event)))).isZero();
        register(NEW, INVOICE_CREATED);
        register(OTHER, INVOICE_CREATED);

        assertThat(countDead(box -> box.countDead(desk.idOf(event)))).isEqualTo(2);
        assertThat(countDead(box -> box.countDead(unit.merchant(), 10))).isEqualTo(4);
        assertThat(countDead(box -> box.countDead(unit.merchant(), 3))).isEqualTo(3);
        assertThat(replayAll(CallbackStatus.DEAD)).isEqualTo(4);
        assertThat(desk.workOff()).isTrue();
        assertThat(desk.deliver(200)).hasSize(4);
    }

    @OnBothDatabases
    void whatARemovedRegistrationAnswersTooLateCountsForNothing(StoreFixture store) {
        on(store);
        var old = register(OLD, INVOICE_CREATED);
        var event = relayed(payment(), 0);
        var late = rig.takeOne(rig.leaseOne());
        remove(old);
        rig.later(CallbackRig.LAPSE);
        AtSalesUnit.purge(store, rig);
        register(NEW, INVOICE_CREATED);
        desk.replay(event);
        var again = rig.takeOne(rig.leaseOne());

        assertThat(again.id()).isEqualTo(late.id());
        assertThat(again.lease().fence()).isEqualTo(late.lease().fence());
        assertThat(rig.record(rig.answered(late, 200)).verdicts()).isEmpty();
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERING");
        assertThat(rig.record(rig.answered(again, 200)).verdicts()).hasSize(1);
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void replaysAtOncePutEachEventInLineOnceForEachRegistration(StoreFixture store) throws Exception {
        on(store);
        var events = IntStream.range(0, 10).mapToObj(n -> relayed(payment(), 0)).toList();
        var ids = events.stream().map(desk::idOf).toList();
        register(NEW, INVOICE_CREATED);
        register(OTHER, INVOICE_CREATED);

        var each = Collections.nCopies(4, (Callable<Long>) () -> {
            desk.replayAll(unit.merchant(), CallbackStatus.HELD);
            while (desk.workOff()) {}
            return ids.stream()
                    .mapToLong(id -> desk.replay(unit.merchant(), id))
                    .sum();
        });
        Race.of(each);
        while (desk.workOff()) {}

        assertThat(told(desk.deliver(200)))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .flatMap(event -> List.of(told(NEW, event), told(OTHER, event)).stream())
                        .toList());
        assertThat(rig.jdbc.queryForObject(
                        "select count(*) from callback where dialect = ? and state = 'DELIVERED'",
                        Integer.class,
                        EPAYMENT.name()))
                .isEqualTo(20);
    }
}
