package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.util.UUID;

/** No endpoint delays another. */
class IsolationTests {

    @OnBothDatabases
    void aDeadEndpointDelaysNoOther(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var dead = rig.merchant();
        var alive = rig.merchant();
        for (int i = 0; i < 20; i++) {
            rig.relay(rig.event(dead, EPAYMENT, UUID.randomUUID(), 0));
        }
        var toDead = rig.leaseOne();
        var stuck = rig.take(toDead);

        rig.relay(rig.event(alive, EPAYMENT, UUID.randomUUID(), 0));
        var toAlive = rig.takeOne(rig.leaseOne());
        stuck.forEach(posting -> rig.record(rig.unanswered(posting)));
        rig.later(CallbackRig.LAPSE);

        assertThat(stuck).hasSize(4);
        assertThat(toAlive.merchant()).isEqualTo(alive);
        assertThat(rig.lease(10, 0)).extracting(lease -> lease.failing()).containsExactly(false);
        assertThat(rig.lease(10, 10)).extracting(lease -> lease.failing()).containsExactly(true);
    }

    @OnBothDatabases
    void anEventForAnEndpointThatWaitsForARetryGoesAtOnce(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));
        rig.take(lease, 4, true);

        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(rig.takeOne(rig.leaseOne()).attempt()).isEqualTo(1);
    }
}
