package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Lease;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.store.JdbcHolds;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.UUID;

/** An endpoint that operators hold: nothing goes there until they release it, and then everything does. */
class HeldEndpointTests {

    private CallbackRig rig;
    private JdbcHolds holds;

    @OnBothDatabases
    void aHeldEndpointIsNotLeasedUntilItIsReleased(StoreFixture store) {
        use(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var other = rig.merchant();
        rig.relay(rig.event(other, EPAYMENT, UUID.randomUUID(), 0));
        var endpoint = rig.lease().stream()
                .filter(lease -> !rig.takeOne(lease).merchant().equals(other))
                .findFirst()
                .orElseThrow();
        rig.later(Duration.ofSeconds(16));
        hold(endpoint);

        assertThat(rig.lease()).extracting(Lease::endpoint).doesNotContain(endpoint.endpoint());

        rig.later(Duration.ofDays(3));
        assertThat(rig.lease()).extracting(Lease::endpoint).doesNotContain(endpoint.endpoint());
        release(endpoint);
        assertThat(rig.lease()).extracting(Lease::endpoint).contains(endpoint.endpoint());
    }

    @OnBothDatabases
    void anEndpointInHandGetsNothingMoreOnceItIsHeldAndWhatIsUnderWayIsRecorded(StoreFixture store) {
        use(store);
        var merchant = rig.merchant();
        var first = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);
        var second = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(first, second);
        var lease = rig.leaseOne();
        var underWay = rig.take(lease, 1, false).postings().get(0);
        hold(lease);

        var taken = rig.take(lease, 4, false);
        rig.record(rig.answered(underWay, 200));

        assertThat(taken.postings()).isEmpty();
        assertThat(taken.held()).isFalse();
        assertThat(rig.stateOf(underWay.id())).isEqualTo("DELIVERED");
        release(lease);
        rig.later(Duration.ofSeconds(16));
        assertThat(rig.take(rig.leaseOne())).hasSize(1);
    }

    private void use(StoreFixture store) {
        rig = new CallbackRig(store.dataSource());
        holds = new JdbcHolds(store.jdbc());
        store.sql().update("delete from hold");
    }

    private void hold(Lease lease) {
        rig.inTransaction(() -> holds.place(new Hold(
                HoldKind.ENDPOINT, lease.endpoint().toString(), rig.real.instant(), "ops", "the shop asked for it")));
    }

    private void release(Lease lease) {
        rig.inTransaction(
                () -> holds.release(HoldKind.ENDPOINT, lease.endpoint().toString()));
    }
}
