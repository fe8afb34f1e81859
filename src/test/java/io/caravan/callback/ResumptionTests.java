package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Posting;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;

/** An endpoint that takes something again gets more and more, and waits go on. */
class ResumptionTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @OnBothDatabases
    void theFirstSuccessResumesAndThenOneTwoAndFourGoAtATime(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 40));
        rig.exchangeAll(rig::unanswered);
        rig.later(MINUTE);
        var lease = rig.leaseOne();
        rig.record(rig.answered(rig.takeOne(lease), 200));
        var widths = new ArrayList<Integer>();

        for (int step = 0; step < 4; step++) {
            var postings = rig.take(lease, 4, true).postings();
            widths.add(postings.size());
            postings.forEach(posting -> rig.record(rig.answered(posting, 200)));
        }

        assertThat(widths).containsExactly(1, 2, 4, 4);
        assertThat(rig.suspendedEndpoints()).isZero();
    }

    @OnBothDatabases
    void whileItRecoversNoMoreSetOutThanHaveBeenRecorded(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 40));
        rig.exchangeAll(rig::unanswered);
        rig.later(MINUTE);
        var lease = rig.leaseOne();
        rig.record(rig.answered(rig.takeOne(lease), 200));

        var first = rig.take(lease, 4, true).postings();
        var meanwhile = rig.take(lease, 3, false).postings();
        rig.record(rig.unanswered(first.get(0)));
        var afterFailure = rig.take(lease, 4, true).postings();

        assertThat(first).hasSize(1);
        assertThat(meanwhile).isEmpty();
        assertThat(afterFailure).hasSize(1);
    }

    @OnBothDatabases
    void waitsOfDeliveriesStandStillDuringTheSuspension(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 1));
        rig.exchangeAll(rig::unanswered);
        rig.later(Duration.ofSeconds(5));
        rig.exchangeAll(rig::unanswered); // next in 19 minutes
        rig.later(Duration.ofMinutes(4));
        rig.relay(events(rig, merchant, 18));
        rig.exchangeAll(rig::unanswered); // suspended: 15 minutes are left
        rig.relay(events(rig, merchant, 1));

        rig.later(Duration.ofHours(3));
        rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(Duration.ofMinutes(14));
        int early = rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(MINUTE);
        int onTime = rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(early).isEqualTo(18);
        assertThat(onTime).isEqualTo(1);
    }

    @OnBothDatabases
    void aProbeIsAnAttemptOfItsOwnDeliveryWhoseWaitStandsStillToo(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 20));
        rig.exchangeAll(rig::unanswered);
        rig.later(MINUTE);
        var probe = new ArrayList<Posting>();
        rig.exchangeAll(posting -> {
            probe.add(posting);
            return rig.unanswered(posting); // next in 19 minutes, once it is resumed
        });
        rig.relay(events(rig, merchant, 1));

        rig.later(Duration.ofHours(1));
        rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(Duration.ofMinutes(18));
        rig.exchangeAll(posting -> rig.answered(posting, 200));
        var early = rig.stateOf(probe.get(0).id());
        rig.later(MINUTE);
        rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(probe.get(0).attempt()).isEqualTo(2);
        assertThat(early).isEqualTo("PENDING");
        assertThat(rig.stateOf(probe.get(0).id())).isEqualTo("DELIVERED");
        assertThat(rig.attempts()).isEqualTo(20 + 1 + 21);
    }

    @OnBothDatabases
    void whatWasOnItsWayWhenItWasSuspendedResumesItToo(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 30));
        var lease = rig.leaseOne();
        var slow = rig.take(lease, 1, true).postings().get(0);
        for (int i = 0; i < 20; i++) {
            rig.record(rig.unanswered(rig.take(lease, 1, false).postings().get(0)));
        }
        int suspended = rig.suspendedEndpoints();

        rig.record(rig.answered(slow, 200));

        assertThat(suspended).isEqualTo(1);
        assertThat(rig.suspendedEndpoints()).isZero();
        assertThat(rig.take(lease, 4, true).postings()).hasSize(1);
    }

    @OnBothDatabases
    void aSuspendedEndpointThatIsChangedIsProbedAtOnce(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 30));
        rig.exchangeAll(rig::unanswered);

        rig.endpoint(merchant, EPAYMENT, "https://new.example/");
        int delivered = rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(Duration.ofSeconds(5));

        assertThat(delivered).isEqualTo(10);
        assertThat(rig.exchangeAll(posting -> rig.answered(posting, 200))).isEqualTo(20);
    }

    @OnBothDatabases
    void anEventThatComesWhenNothingElseWaitsIsTheNextProbe(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 20));
        rig.exchangeAll(rig::unanswered);
        rig.later(Duration.ofDays(8));
        rig.jdbc.update("update callback set state = 'DEAD'");
        rig.jdbc.update("update delivery set state = 'DEAD'");
        rig.exchangeAll(rig::unanswered);

        rig.relay(events(rig, merchant, 1));

        assertThat(rig.exchangeAll(posting -> rig.answered(posting, 200))).isEqualTo(1);
        assertThat(rig.suspendedEndpoints()).isZero();
    }

    private static Event[] events(CallbackRig rig, MerchantId merchant, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
    }
}
