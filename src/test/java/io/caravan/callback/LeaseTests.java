package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Lease;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;

/** One instance at a time sends to an endpoint, and one that was too slow changes nothing. */
class LeaseTests {

    @OnBothDatabases
    void anEndpointThatIsLeasedIsLeasedToNobodyElseUntilTheLeaseLapses(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));

        var first = rig.leaseOne();
        var meanwhile = rig.lease();
        rig.real.advance(Duration.ofSeconds(10));
        boolean renewed = rig.renew(first);
        rig.real.advance(Duration.ofSeconds(10));
        var afterRenewal = rig.lease();
        rig.real.advance(CallbackRig.LAPSE);
        var second = rig.leaseOne();

        assertThat(meanwhile).isEmpty();
        assertThat(renewed).isTrue();
        assertThat(afterRenewal).isEmpty();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(rig.renew(first)).isFalse();
        assertThat(rig.take(first, 4, true).held()).isFalse();
        assertThat(rig.take(second)).hasSize(1);
    }

    @OnBothDatabases
    void leasesAreInRealTimeWhateverBusinessTimeDoes(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();

        rig.business.advance(Duration.ofDays(31));

        assertThat(rig.lease()).isEmpty();
        assertThat(rig.take(lease)).hasSize(1);
    }

    @OnBothDatabases
    void whatALapsedLeaseLeftOnItsWayIsSentAgainWithTheSameIdAndBytes(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lost = rig.takeOne(rig.leaseOne());

        rig.later(CallbackRig.LAPSE);
        var again = rig.takeOne(rig.leaseOne());

        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(again.body()).isEqualTo(lost.body());
        assertThat(again.attempt()).isEqualTo(1);
    }

    @OnBothDatabases
    void aStaleWorkerCannotCompleteADeliveryThatWasReclaimed(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var stale = rig.takeOne(rig.leaseOne());
        rig.later(CallbackRig.LAPSE);
        var lease = rig.leaseOne();

        var beforeItIsTaken = rig.record(rig.answered(stale, 200));
        var current = rig.takeOne(lease);
        var afterItIsTaken = rig.record(rig.answered(stale, 200));

        assertThat(beforeItIsTaken.verdicts()).isEmpty();
        assertThat(afterItIsTaken.verdicts()).isEmpty();
        assertThat(rig.stateOf(current.id())).isEqualTo("SENDING");
        assertThat(rig.attempts()).isZero();
        assertThat(rig.record(rig.answered(current, 200)).verdicts()).hasSize(1);
    }

    @OnBothDatabases
    void aStaleOutcomeInABatchTakesNothingFromTheOthers(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var stale = rig.takeOne(rig.leaseOne());
        rig.later(CallbackRig.LAPSE);
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var postings = rig.take(rig.leaseOne());

        var recorded = rig.record(
                rig.answered(stale, 500), rig.answered(postings.get(0), 200), rig.answered(postings.get(1), 200));

        assertThat(recorded.verdicts()).hasSize(2);
        assertThat(postings)
                .allSatisfy(posting -> assertThat(rig.stateOf(posting.id())).isEqualTo("DELIVERED"));
    }

    @OnBothDatabases
    void aStaleFailureCountsForNothing(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var stale = rig.takeOne(rig.leaseOne());
        rig.later(CallbackRig.LAPSE);
        var current = rig.takeOne(rig.leaseOne());

        rig.record(rig.unanswered(stale));

        assertThat(rig.failures()).isZero();
        assertThat(rig.stateOf(current.id())).isEqualTo("SENDING");
        assertThat(rig.attempts()).isZero();
    }

    @OnBothDatabases
    void ofTwoInstancesEachEndpointHasOne(StoreFixture store) throws Exception {
        var one = new CallbackRig(store.dataSource());
        var two = one.another();
        for (int i = 0; i < 20; i++) {
            one.relay(one.event(one.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        }
        var other = Executors.newSingleThreadExecutor();

        var ofTwo = other.submit(() -> two.lease());
        var leases = new ArrayList<>(one.lease());
        leases.addAll(ofTwo.get());
        other.shutdown();

        assertThat(leases).hasSize(20);
        assertThat(leases.stream().map(Lease::endpoint).distinct()).hasSize(20);
    }

    @OnBothDatabases
    void aLeaseThatLapsesWhileNothingIsOnItsWayLosesNothing(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        rig.leaseOne();

        rig.later(CallbackRig.LAPSE);

        assertThat(rig.takeOne(rig.another().leaseOne()).attempt()).isEqualTo(1);
    }

    @OnBothDatabases
    void aDeliveryNeverSetsOutSoLateThatItsLeaseCouldLapse(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.real.advance(Duration.ofSeconds(9));

        var posting = rig.takeOne(lease);

        assertThat(posting.departBefore().plus(Lease.EXCHANGE))
                .isEqualTo(rig.real.instant().plus(Lease.TERM));
    }

    @OnBothDatabases
    void aLateOutcomeCountsWhileNobodyElseHasTheLease(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var posting = rig.takeOne(rig.leaseOne());

        rig.later(CallbackRig.LAPSE);
        rig.record(rig.answered(posting, 204));

        assertThat(rig.stateOf(posting.id())).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void anEndpointIsGivenBackUntilItsNextTimeAndDueAgainThen(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));

        boolean held = rig.take(lease, 4, true).held();
        var early = rig.lease();
        rig.business.advance(Duration.ofSeconds(5));
        var onTime = rig.takeOne(rig.leaseOne());

        assertThat(held).isFalse();
        assertThat(early).isEmpty();
        assertThat(onTime.attempt()).isEqualTo(2);
    }

    @OnBothDatabases
    void anEventForAnEndpointInHandIsFound(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.takeOne(lease);

        boolean before = rig.hasMore(lease);
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(before).isFalse();
        assertThat(rig.hasMore(lease)).isTrue();
    }
}
