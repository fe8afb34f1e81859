package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Posting;
import io.caravan.core.event.Event;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Events of a subject go one after the other. */
class OrderTests {

    @OnBothDatabases
    void theNextEventOfASubjectWaitsUntilTheOneBeforeItIsDelivered(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0));
        rig.relay(rig.event(merchant, EPAYMENT, subject, 1), rig.event(merchant, EPAYMENT, subject, 2));
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();

        var first = rig.take(lease);
        var meanwhile = rig.take(lease);
        rig.record(rig.unanswered(first.get(0)));
        var afterFailure = rig.take(lease);
        rig.later(Duration.ofSeconds(5));
        rig.record(rig.answered(rig.takeOne(lease), 200));
        var second = rig.takeOne(lease);

        assertThat(first).hasSize(2);
        assertThat(meanwhile).isEmpty();
        assertThat(afterFailure).isEmpty();
        assertThat(body(second)).contains(subject + "#1");
    }

    @OnBothDatabases
    void theNextEventOfASubjectGoesWhenTheOneBeforeItIsDead(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));

        for (var wait : CallbackRig.WAITS) {
            attemptAndFail(rig);
            rig.later(wait);
        }
        var last = attemptAndFail(rig);

        assertThat(last.attempt()).isEqualTo(9);
        assertThat(rig.stateOf(last.id())).isEqualTo("DEAD");
        assertThat(rig.attempts()).isEqualTo(9);
        assertThat(body(rig.takeOne(rig.leaseOne()))).contains(subject + "#1");
    }

    private static Posting attemptAndFail(CallbackRig rig) {
        var lease = rig.leaseOne();
        var posting = rig.takeOne(lease);
        rig.record(rig.unanswered(posting));
        assertThat(rig.take(lease, 4, true).held()).isEqualTo(posting.attempt() == 9);
        rig.later(CallbackRig.LAPSE);
        return posting;
    }

    @OnBothDatabases
    void ofEventsThatComeTogetherOneGoesAtATime(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(IntStream.range(0, 6)
                .mapToObj(number -> rig.event(merchant, EPAYMENT, subject, number))
                .toArray(Event[]::new));
        var sent = new ArrayList<String>();

        var lease = rig.leaseOne();
        for (int i = 0; i < 6; i++) {
            var postings = rig.take(lease);
            sent.add(body(postings.get(0)));
            assertThat(postings).hasSize(1);
            assertThat(rig.take(lease)).isEmpty();
            rig.record(rig.answered(postings.get(0), 200));
        }

        assertThat(sent)
                .containsExactlyElementsOf(IntStream.range(0, 6)
                        .mapToObj(number -> "[\"" + subject + "#" + number + "\"]")
                        .toList());
    }

    @OnBothDatabases
    void eventsThatAreRelayedOutOfOrderGoInTheirOrder(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        var first = rig.event(merchant, EPAYMENT, subject, 0);
        var second = rig.event(merchant, EPAYMENT, subject, 1);

        rig.relay(second, first);

        assertThat(body(rig.takeOne(rig.leaseOne()))).contains(subject + "#0");
    }

    @OnBothDatabases
    void aSubjectThatFailsHoldsUpNoOther(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));
        rig.exchangeAll(rig::unanswered);

        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0), rig.event(merchant, EPAYMENT, subject, 2));
        int delivered = rig.exchangeAll(posting -> rig.answered(posting, 200));
        rig.later(Duration.ofSeconds(5));
        int afterwards = rig.exchangeAll(posting -> rig.answered(posting, 200));

        assertThat(delivered).isEqualTo(1);
        assertThat(afterwards).isEqualTo(3);
    }

    @OnBothDatabases
    void theSameSubjectAtTwoMerchantsIsTwoLines(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var subject = UUID.randomUUID();
        rig.relay(rig.event(rig.merchant(), EPAYMENT, subject, 0));
        rig.exchangeAll(rig::unanswered);

        rig.relay(rig.event(rig.merchant(), EPAYMENT, subject, 1));

        assertThat(rig.exchangeAll(posting -> rig.answered(posting, 200))).isEqualTo(1);
    }

    @OnBothDatabases
    void anEventThatComesWhileTheOneBeforeItEndsIsNotForgotten(StoreFixture store) throws Exception {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        var other = Executors.newSingleThreadExecutor();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0));
        var lease = rig.leaseOne();

        for (int number = 1; number < 30; number++) {
            var event = rig.event(merchant, EPAYMENT, subject, number);
            var outcome = rig.answered(rig.takeOne(lease), 200);
            Future<?> relay = other.submit(() -> rig.relay(event));
            rig.record(outcome);
            relay.get();
        }

        assertThat(body(rig.takeOne(lease))).contains(subject + "#29");
        other.shutdown();
    }
}
