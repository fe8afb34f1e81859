package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.Database;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No endpoint delays another. */
class IsolationTests {

    /** Rows that a connection to PostgreSQL has read in this transaction, and perhaps before it. */
    private static final String ROWS_READ =
            "select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)"
                    + " from pg_stat_xact_user_tables";

    @Test
    void thousandsThatWaitForADeadEndpointAreNotReadForAnother() {
        var store = new StoreFixture(Database.POSTGRESQL);
        try {
            var rig = new CallbackRig(store.dataSource());
            var dead = rig.merchant();
            long withFew = rowsReadForAnother(rig, dead, 5);

            long withMany = rowsReadForAnother(rig, dead, 5_000);

            assertThat(withFew).isPositive();
            assertThat(withMany).isLessThan(withFew + 20);
        } finally {
            store.close();
        }
    }

    /** What it takes to bring an event to an endpoint while so many more wait for the dead one, which is in hand. */
    private static long rowsReadForAnother(CallbackRig rig, MerchantId dead, int waiting) {
        rig.relay(IntStream.range(0, waiting)
                .mapToObj(i -> rig.event(dead, EPAYMENT, UUID.randomUUID(), 0))
                .toArray(Event[]::new));
        rig.lease().forEach(rig::take);
        rig.jdbc.execute("vacuum analyze");
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        return rig.inTransaction(() -> {
            long before = rig.jdbc.queryForObject(ROWS_READ, Long.class);
            rig.relay(event);
            int delivered = rig.exchangeAll(posting -> rig.answered(posting, 200));
            assertThat(delivered).isEqualTo(1);
            return rig.jdbc.queryForObject(ROWS_READ, Long.class) - before;
        });
    }

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
