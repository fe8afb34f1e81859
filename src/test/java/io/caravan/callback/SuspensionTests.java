package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Posting;
import io.caravan.core.callback.Standing;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;

/** An endpoint that fails for everything is suspended and gets probes. */
class SuspensionTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @OnBothDatabases
    void anEndpointThatFailsTwentyTimesInARowGetsNothingMore(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();

        rig.relay(events(rig, merchant, 30));
        int tried = rig.exchangeAll(rig::unanswered);
        rig.relay(events(rig, merchant, 5));
        rig.later(Duration.ofSeconds(59));

        assertThat(tried).isEqualTo(20);
        assertThat(rig.lease()).isEmpty();
        assertThat(rig.suspendedEndpoints()).isEqualTo(1);
    }

    @OnBothDatabases
    void anEndpointThatFailsForFourSubjectsWhileOthersWaitIsNotSuspended(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 5));
        var lease = rig.leaseOne();
        var slow = rig.take(lease, 1, true).postings().get(0);

        for (int i = 0; i < 6; i++) {
            rig.take(lease, 4, false).postings().forEach(posting -> rig.record(rig.unanswered(posting)));
            rig.later(CallbackRig.WAITS.get(i));
        }
        int failures = rig.failures();
        int suspended = rig.suspendedEndpoints();
        rig.record(rig.unanswered(slow));

        assertThat(failures).isEqualTo(24);
        assertThat(suspended).isZero();
        assertThat(rig.suspendedEndpoints()).isEqualTo(1);
    }

    @OnBothDatabases
    void anEndpointThatFailsForAllThatWaitsIsSuspendedHoweverFewTheyAre(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 3));

        failFor(rig, Duration.ofDays(2));

        assertThat(rig.suspendedEndpoints()).isEqualTo(1);
        assertThat(rig.failures()).isEqualTo(20);
    }

    @OnBothDatabases
    void aSuccessInBetweenStartsTheCountAnew(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 39));
        var numbers = new int[1];

        rig.exchangeAll(posting -> ++numbers[0] == 20 ? rig.answered(posting, 200) : rig.unanswered(posting));

        assertThat(numbers[0]).isEqualTo(39);
        assertThat(rig.suspendedEndpoints()).isZero();
        assertThat(rig.failures()).isEqualTo(19);
    }

    @OnBothDatabases
    void aProbeGoesAfterAMinuteAndThenAtDoublingWaitsEachAboutAnotherSubject(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 30));
        rig.exchangeAll(rig::unanswered);
        var probes = new ArrayList<Posting>();

        for (int wait : new int[] {1, 2, 4, 8, 15, 15}) {
            rig.later(Duration.ofMinutes(wait).minusSeconds(1));
            assertThat(rig.lease()).isEmpty();
            rig.later(Duration.ofSeconds(1));
            rig.exchangeAll(posting -> {
                probes.add(posting);
                return rig.unanswered(posting);
            });
        }

        assertThat(probes).hasSize(6).allSatisfy(probe -> assertThat(probe.attempt())
                .isEqualTo(1));
        assertThat(probes.stream().map(CallbackRig::body).distinct()).hasSize(6);
    }

    @OnBothDatabases
    void whenAllHaveBeenTriedProbesGoRound(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 20));
        rig.exchangeAll(rig::unanswered);
        var probes = new ArrayList<String>();

        for (int i = 0; i < 20; i++) {
            rig.later(Duration.ofMinutes(15));
            rig.exchangeAll(posting -> {
                probes.add(body(posting));
                return rig.unanswered(posting);
            });
        }

        assertThat(probes).hasSize(20).doesNotHaveDuplicates();
        assertThat(rig.jdbc.queryForList("select distinct attempts from delivery", Integer.class))
                .containsExactly(2);
    }

    @OnBothDatabases
    void anEventForASuspendedEndpointWakesNobody(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 20));
        rig.exchangeAll(rig::unanswered);
        int before = rig.rings;

        rig.relay(events(rig, merchant, 3));

        assertThat(rig.rings).isEqualTo(before);
        assertThat(rig.lease()).isEmpty();
    }

    @OnBothDatabases
    void aGroupAboutManyIsRecordedAfterOneAboutAFew(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        for (int subjects : new int[] {Standing.SUBJECTS - 1, 100}) {
            rig.relay(events(rig, merchant, MOBILEPAY, subjects));
            rig.later(Duration.ofSeconds(5));
            rig.exchangeAll(rig::unanswered);
        }

        assertThat(rig.failures()).isGreaterThanOrEqualTo(2);
    }

    @OnBothDatabases
    void theOtherDialectsEndpointOfTheMerchantIsNotSuspended(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 20));
        rig.exchangeAll(rig::unanswered);

        rig.relay(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));

        assertThat(rig.exchangeAll(posting -> rig.answered(posting, 200))).isEqualTo(1);
    }

    @OnBothDatabases
    void aSuspensionHoldsInEveryInstanceAndAfterARestart(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 30));
        rig.exchangeAll(rig::unanswered);

        var other = rig.another();
        other.later(Duration.ofSeconds(59));
        var early = other.lease();
        other.later(Duration.ofSeconds(1));

        assertThat(early).isEmpty();
        assertThat(other.exchangeAll(other::unanswered)).isEqualTo(1);
    }

    @OnBothDatabases
    void aProbeThatIsLostWithItsInstanceIsFollowedByTheNextAtItsTime(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 20));
        rig.exchangeAll(rig::unanswered);
        rig.later(MINUTE);
        rig.takeOne(rig.leaseOne());

        rig.later(CallbackRig.LAPSE);
        var afterLapse = rig.exchangeAll(rig::unanswered);
        rig.later(Duration.ofMinutes(2));

        assertThat(afterLapse).isZero();
        assertThat(rig.exchangeAll(rig::unanswered)).isEqualTo(1);
    }

    @OnBothDatabases
    void aClockThatJumpsMakesOneProbeDueAndNotMany(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 30));
        rig.exchangeAll(rig::unanswered);

        rig.business.advance(Duration.ofDays(3));
        int due = rig.exchangeAll(rig::unanswered);
        int afterwards = rig.exchangeAll(rig::unanswered);

        assertThat(due).isEqualTo(1);
        assertThat(afterwards).isZero();
    }

    /** Attempts fail for so long whenever they are due. */
    private static void failFor(CallbackRig rig, Duration time) {
        var end = rig.business.instant().plus(time);
        while (rig.business.instant().isBefore(end)) {
            rig.exchangeAll(rig::unanswered);
            rig.later(Duration.ofMinutes(5));
        }
    }

    private static Event[] events(CallbackRig rig, MerchantId merchant, int n) {
        return events(rig, merchant, EPAYMENT, n);
    }

    private static Event[] events(CallbackRig rig, MerchantId merchant, Dialect dialect, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> rig.event(merchant, dialect, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
    }
}
