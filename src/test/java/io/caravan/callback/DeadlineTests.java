package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Nothing waits for longer than seven days. */
class DeadlineTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @OnBothDatabases
    void aFailureAfterSevenDaysIsTheLastAndTheNextOfTheSubjectGoes(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        var first = rig.event(merchant, EPAYMENT, subject, 0);
        rig.relay(first);
        rig.exchangeAll(rig::unanswered);
        rig.later(WEEK.minusSeconds(1));
        rig.relay(rig.event(merchant, EPAYMENT, subject, 1));

        rig.later(Duration.ofSeconds(1));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));

        assertThat(rig.stateOf(first)).isEqualTo("DEAD");
        assertThat(rig.reasonOf(first)).contains("OVERDUE");
        assertThat(body(rig.takeOne(lease))).contains(subject + "#1");
    }

    @OnBothDatabases
    void whatHasUsedUpItsAttemptsSaysSo(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);

        rig.exchangeAll(rig::unanswered);
        for (var wait : CallbackRig.WAITS) {
            rig.later(wait);
            rig.exchangeAll(rig::unanswered);
        }

        assertThat(rig.reasonOf(event)).contains("EXHAUSTED");
        assertThat(rig.attempts()).isEqualTo(9);
    }

    @OnBothDatabases
    void anEventThatNobodyTriedForAWeekIsTriedAllTheSame(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);

        rig.later(Duration.ofDays(31));
        int overdue = rig.giveUpOverdue();
        rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(overdue).isZero();
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void whatWaitsForASuspendedEndpointIsGivenUpAfterSevenDaysTriedOrNot(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var old = events(rig, merchant, 25);
        rig.relay(old);
        rig.exchangeAll(rig::unanswered);
        rig.later(Duration.ofDays(1));
        var young = events(rig, merchant, 3);
        rig.relay(young);

        rig.later(WEEK.minusDays(1).minusSeconds(1));
        rig.exchangeAll(rig::unanswered);
        int early = rig.giveUpOverdue();
        rig.later(Duration.ofSeconds(1));
        int onTime = rig.giveUpOverdue();
        int more = rig.giveUpOverdue();

        assertThat(List.of(early, onTime, more)).containsExactly(0, 25, 0);
        assertThat(old).allSatisfy(event -> {
            assertThat(rig.stateOf(event)).isEqualTo("DEAD");
            assertThat(rig.reasonOf(event)).contains("OVERDUE");
        });
        assertThat(young).noneMatch(event -> rig.stateOf(event).equals("DEAD"));
        assertThat(rig.jdbc.queryForObject("select count(*) from delivery where state = 'DEAD'", Integer.class))
                .isEqualTo(21);
    }

    @OnBothDatabases
    void whenTheFirstOfALineIsGivenUpTheNextIsTheProbe(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var first = events(rig, merchant, 20);
        rig.relay(first);
        rig.exchangeAll(rig::unanswered);
        rig.later(Duration.ofDays(1));
        var next = rig.event(merchant, EPAYMENT, first[0].subject(), 1);
        rig.relay(next);
        rig.exchangeAll(rig::unanswered);

        rig.later(WEEK.minusDays(1));
        rig.exchangeAll(rig::unanswered);
        rig.giveUpOverdue();
        rig.later(Duration.ofMinutes(15));

        assertThat(body(rig.takeOne(rig.leaseOne()))).contains(next.subject() + "#1");
    }

    @OnBothDatabases
    void aProbeThatIsDueGoesBeforeAnythingIsGivenUp(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var waiting = events(rig, rig.merchant(), 30);
        rig.relay(waiting);
        rig.exchangeAll(rig::unanswered);

        rig.business.advance(Duration.ofDays(31));
        int beforeTheProbe = rig.giveUpOverdue();
        rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(Duration.ofSeconds(5));
        rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(beforeTheProbe).isZero();
        assertThat(waiting).allMatch(event -> rig.stateOf(event).equals("DELIVERED"));
    }

    @OnBothDatabases
    void theProbeThatIsOnItsWayIsNotGivenUp(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 20));
        rig.exchangeAll(rig::unanswered);
        rig.later(WEEK);
        var probe = rig.takeOne(rig.leaseOne());

        int overdue = rig.giveUpOverdue();
        rig.record(rig.answered(probe, 200));

        assertThat(overdue).isEqualTo(19);
        assertThat(rig.stateOf(probe.id())).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void whatWaitsForOtherEndpointsIsNotGivenUp(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(events(rig, rig.merchant(), 20));
        rig.exchangeAll(rig::unanswered);
        var other = events(rig, rig.merchant(), 1);
        rig.relay(other);
        rig.exchangeAll(rig::unanswered);

        rig.later(WEEK.plus(MINUTE));
        rig.jdbc.update("update endpoint set probe_at = probe_at + interval '8' day where suspended_at is not null");

        assertThat(rig.giveUpOverdue()).isEqualTo(20);
        assertThat(rig.stateOf(other[0])).isEqualTo("DELIVERING");
    }

    @OnBothDatabases
    void aGroupIsAsOldAsItsYoungestEvent(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofDays(5));
        rig.relay(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();
        var group = rig.takeOne(lease);
        rig.later(Duration.ofDays(3));

        rig.record(rig.unanswered(group));

        assertThat(body(group).split(",")).hasSize(2);
        assertThat(rig.stateOf(group.id())).isEqualTo("PENDING");
    }

    @OnBothDatabases
    void afterASuspensionNoWaitIsLongerThanWhatIsLeftOfTheSevenDays(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(events(rig, merchant, 20));
        for (int i = 0; i < 8; i++) {
            rig.jdbc.update("update endpoint set failures = 0, failed_subjects = null");
            rig.exchangeAll(rig::unanswered);
            rig.later(CallbackRig.WAITS.get(Math.min(i, 6)));
        }
        rig.relay(events(rig, merchant, 1));

        rig.later(Duration.ofDays(5));
        rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(rig.jdbc.queryForObject(
                        "select count(*) from delivery where next_attempt_at > waiting_since + interval '7' day",
                        Integer.class))
                .isZero();
    }

    private static Event[] events(CallbackRig rig, MerchantId merchant, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
    }
}
