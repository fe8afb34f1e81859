package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.Event;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

/** Events that are gathered go together. */
class GroupTests {

    @OnBothDatabases
    void waitingEventsOfAnEndpointGoInGroupsWithOneEventOfEachInvoice(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var invoice = UUID.randomUUID();
        var all = new ArrayList<Event>();
        all.add(rig.event(merchant, MOBILEPAY, invoice, 0));
        all.add(rig.event(merchant, MOBILEPAY, invoice, 1));
        for (int i = 0; i < 3; i++) {
            all.add(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        }
        rig.relay(all.toArray(Event[]::new));

        var early = rig.lease();
        rig.later(Duration.ofSeconds(5));
        var groups = rig.take(rig.leaseOne());

        assertThat(early).isEmpty();
        assertThat(groups).extracting(group -> body(group).split(",").length).containsExactly(3, 1);
        assertThat(groups).noneMatch(group -> body(group).contains(invoice + "#1"));
    }

    @OnBothDatabases
    void aGroupKeepsItsMembersBytesAndIdInAllAttempts(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(
                rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0),
                rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();
        var first = rig.takeOne(lease);
        rig.record(rig.answered(first, 503));

        rig.relay(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var both = rig.take(lease);

        assertThat(both).hasSize(2);
        assertThat(both.get(0).id()).isEqualTo(first.id());
        assertThat(both.get(0).body()).isEqualTo(first.body());
        assertThat(both.get(0).attempt()).isEqualTo(2);
    }

    @OnBothDatabases
    void theNextEventOfAnInvoiceWaitsForTheGroupThatHasTheOneBefore(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var invoice = UUID.randomUUID();
        rig.relay(rig.event(merchant, MOBILEPAY, invoice, 0), rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();
        var group = rig.takeOne(lease);

        rig.relay(rig.event(merchant, MOBILEPAY, invoice, 1), rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var overtaking = rig.takeOne(lease);
        rig.record(rig.answered(group, 200));
        rig.later(Duration.ofSeconds(5));
        var next = rig.takeOne(lease);

        assertThat(body(overtaking)).doesNotContain(invoice.toString());
        assertThat(body(next)).isEqualTo("[\"" + invoice + "#1\"]");
    }
}
