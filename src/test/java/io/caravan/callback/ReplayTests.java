package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.Posting;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Problem;
import io.caravan.store.JdbcCallbackPlaces;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is promised of callbacks that are sent once more, on both databases. */
class ReplayTests extends AtReplayDesk {

    private static final Duration GATHER = Duration.ofSeconds(5);

    @OnBothDatabases
    void aDeadCallbackComesAgainWithItsIdAndBytesAndAllItsRetries(StoreFixture store) {
        on(store);
        var event = relayed(merchant(), UUID.randomUUID(), 0);
        var first = rig.takeOne(rig.leaseOne());
        rig.record(rig.answered(first, 500));
        rig.later(Duration.ofSeconds(16));
        desk.giveUp();
        rig.jdbc.update("update delivery set body = ?", (Object) "as it was".getBytes());

        assertThat(desk.replay(event)).isEqualTo(1);
        var again = rig.takeOne(rig.leaseOne());

        assertThat(again.id()).isEqualTo(first.id()).isEqualTo(desk.idOf(event));
        assertThat(ReplayDesk.body(again)).isEqualTo("as it was");
        assertThat(again.attempt()).isEqualTo(1);
        rig.record(rig.answered(again, 500));
        assertThat(rig.stateOf(again.id())).isEqualTo("PENDING");
        assertThat(desk.show(event).attempts()).hasSize(10);
    }

    @OnBothDatabases
    void aMemberOfAGroupComesAgainAloneWithALastingIdOfItsOwn(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEPAY, "https://shop.example/");
        var event = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        rig.relay(event, rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(GATHER);
        var group = desk.deliver(200).get(0);

        desk.replay(event);
        var once = desk.deliver(200);
        desk.replay(event);
        var twice = desk.deliver(200);

        assertThat(bodies(once)).isEqualTo(alone(event)).isEqualTo(bodies(twice));
        assertThat(once.get(0).id()).isEqualTo(twice.get(0).id()).isEqualTo(desk.idOf(event));
        assertThat(once.get(0).id()).isNotEqualTo(group.id());
        assertThat(desk.show(event).attempts()).hasSize(3);
        assertThat(desk.show(event).callback().attempts()).isEqualTo(3);
    }

    @OnBothDatabases
    void theIdOfAGroupReplaysEachOfItsMembers(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEPAY, "https://shop.example/");
        var one = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        var other = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        rig.relay(one, other);
        rig.later(GATHER);
        var group = desk.deliver(200).get(0);

        assertThat(desk.replay(merchant, group.id())).isEqualTo(2);

        assertThat(bodies(desk.deliver(200))).containsExactlyInAnyOrderElementsOf(alone(one, other));
    }

    @OnBothDatabases
    void aHeldEventIsSentOnceThereIsAnEndpoint(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        var held = relayed(merchant, UUID.randomUUID(), 0);

        assertThatThrownBy(() -> desk.replay(held)).isInstanceOf(Problem.class).hasMessageContaining("no endpoint");
        assertThat(desk.replayAll(merchant, CallbackStatus.HELD)).isZero();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");

        assertThat(desk.replayAll(merchant, CallbackStatus.HELD)).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();
        assertThat(bodies(desk.deliver(200))).isEqualTo(alone(held));
        assertThat(rig.stateOf(held)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void aHeldEventDoesNotGoWhereOneHearsOfOtherSubjectsOnly(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        var held = relayed(merchant, UUID.randomUUID(), 0);
        rig.endpoint(merchant, EPAYMENT, "https://unit.example/");
        var told = relayed(merchant, UUID.randomUUID(), 0);
        desk.deliver(200);
        rig.jdbc.update("update endpoint set place = 'another unit' where merchant_id = ?", merchant.value());
        rig.later(Duration.ofSeconds(1));

        assertThat(desk.replayAll(merchant)).isEqualTo(1);
        assertThat(desk.workOff()).isTrue();

        assertThat(bodies(desk.deliver(200))).isEqualTo(alone(told));
        assertThat(rig.stateOf(held)).isEqualTo("HELD");
    }

    @OnBothDatabases
    void whatIsOnItsWayIsLeftAlone(StoreFixture store) {
        on(store);
        var event = relayed(merchant(), UUID.randomUUID(), 0);
        var posting = rig.takeOne(rig.leaseOne());

        assertThat(desk.replay(event)).isZero();

        rig.record(rig.answered(posting, 200));
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
        assertThat(desk.replay(event)).isEqualTo(1);
        assertThat(desk.replay(event)).isZero();
    }

    @OnBothDatabases
    void aMerchantWithTooManyOpenWishesIsAskedToComeAgain(StoreFixture store) {
        on(store);
        var merchant = merchant();
        relayed(merchant, UUID.randomUUID(), 0);
        desk.deliver(200);
        rig.later(Duration.ofSeconds(1));
        IntStream.range(0, 20).forEach(n -> desk.replayAll(merchant, CallbackStatus.DELIVERED));

        assertThatThrownBy(() -> desk.replayAll(merchant, CallbackStatus.DELIVERED))
                .isInstanceOf(Busy.class);
        assertThat(desk.replayAll(merchant(), CallbackStatus.DELIVERED)).isZero();
    }

    @OnBothDatabases
    void anotherMerchantsCallbackIsUnknown(StoreFixture store) {
        on(store);
        var event = relayed(merchant(), UUID.randomUUID(), 0);
        desk.deliver(200);

        assertThatThrownBy(() -> desk.replay(merchant(), desk.idOf(event))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> desk.replay(event.merchant(), DeliveryId.next()))
                .isInstanceOf(Problem.class);
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void aReplayThatLeasesLoseIsTakenUpAgain(StoreFixture store) {
        on(store);
        var event = relayed(merchant(), UUID.randomUUID(), 0);
        desk.deliver(200);
        desk.replay(event);
        var lost = rig.takeOne(rig.leaseOne());
        rig.later(Duration.ofSeconds(16));

        var again = desk.deliver(200);

        assertThat(again).extracting(Posting::id).containsExactly(lost.id());
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void aTestGoesAloneToEachEndpointButNotToThoseOfSingleInvoices(StoreFixture store) {
        on(store);
        var merchant = rig.merchant();
        var single = new EndpointRequest(merchant, MOBILEPAY, "https://merchant.example/orders/17", "");
        rig.inTransaction(() -> {
            new JdbcCallbackPlaces(new TransactionalJdbc(rig.jdbc.getDataSource()), null)
                    .add(UUID.randomUUID(), List.of(single), rig.business.instant());
            return null;
        });

        var tests = desk.test(merchant);
        var sent = desk.deliver(200);

        assertThat(tests).hasSize(2);
        assertThat(sent).extracting(Posting::dialect).containsExactlyInAnyOrder(MOBILEPAY, EPAYMENT);
        assertThat(sent)
                .extracting(Posting::id)
                .containsExactlyInAnyOrderElementsOf(
                        tests.stream().map(test -> DeliveryId.of(test.id())).toList());
        assertThat(rig.jdbc.queryForObject("select count(*) from outbox", Integer.class))
                .isZero();
        assertThatThrownBy(() -> desk.test(rig.merchantWithoutEndpoint())).isInstanceOf(Problem.class);
    }
}
