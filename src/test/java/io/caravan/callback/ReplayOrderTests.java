package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** In which order callbacks that are sent once more go, and each of them once. */
class ReplayOrderTests extends AtReplayDesk {

    @OnBothDatabases
    void replaysOfASubjectGoOneAfterTheOtherInTheOrderOfItsEvents(StoreFixture store) {
        on(store);
        var merchant = merchant();
        var subject = UUID.randomUUID();
        var events = IntStream.range(0, 3)
                .mapToObj(n -> relayed(merchant, subject, n))
                .toList();
        desk.deliver(200);

        desk.replay(events.get(2));
        desk.replay(events.get(0));
        desk.replay(events.get(1));
        var lease = rig.leaseOne();
        var first = rig.take(lease);

        assertThat(bodies(first)).isEqualTo(alone(events.get(0)));
        rig.record(rig.answered(first.get(0), 200));
        rig.later(Duration.ofSeconds(16));
        assertThat(bodies(desk.deliver(200))).isEqualTo(alone(events.get(1), events.get(2)));
    }

    @OnBothDatabases
    void anEventThatWaitsGoesAfterTheReplayOfTheOneBeforeIt(StoreFixture store) {
        on(store);
        var merchant = merchant();
        var subject = UUID.randomUUID();
        var before = relayed(merchant, subject, 0);
        desk.giveUp();
        var waits = relayed(merchant, subject, 1);

        desk.replay(before);

        assertThat(bodies(desk.deliver(200))).isEqualTo(alone(before, waits));
    }

    @OnBothDatabases
    void aReplayWaitsForWhatIsOnItsWayForItsSubject(StoreFixture store) {
        on(store);
        var merchant = merchant();
        var subject = UUID.randomUUID();
        var before = relayed(merchant, subject, 0);
        desk.deliver(200);
        relayed(merchant, subject, 1);
        var lease = rig.leaseOne();
        var onItsWay = rig.takeOne(lease);

        desk.replay(before);

        assertThat(rig.take(lease)).isEmpty();
        rig.record(rig.answered(onItsWay, 200));
        assertThat(bodies(rig.take(lease))).isEqualTo(alone(before));
    }

    @OnBothDatabases
    void newEventsGoBeforeReplays(StoreFixture store) {
        on(store);
        var merchant = merchant();
        IntStream.range(0, 6).forEach(n -> relayed(merchant, UUID.randomUUID(), 0));
        desk.deliver(200);
        desk.replayAll(merchant, CallbackStatus.DELIVERED);
        desk.workOff();
        rig.later(Duration.ofSeconds(1));

        var fresh = relayed(merchant, UUID.randomUUID(), 0);

        assertThat(bodies(rig.take(rig.leaseOne())))
                .startsWith(alone(fresh).get(0))
                .hasSize(4);
    }

    @OnBothDatabases
    void replaysAtOncePutEachCallbackInLineOnce(StoreFixture store) throws Exception {
        on(store);
        var merchant = merchant();
        var events = IntStream.range(0, 20)
                .mapToObj(n -> relayed(merchant, UUID.randomUUID(), 0))
                .toList();
        desk.deliver(200);

        var each = Collections.nCopies(4, (Callable<Long>) () -> {
            long replayed = desk.replayAll(merchant, CallbackStatus.DELIVERED);
            while (desk.workOff()) {}
            return replayed + events.stream().mapToLong(desk::replay).sum();
        });
        Race.of(each);
        while (desk.workOff()) {}

        assertThat(bodies(desk.deliver(200))).containsExactlyInAnyOrderElementsOf(alone(events.toArray(Event[]::new)));
    }

    @OnBothDatabases
    void aRangeIsWorkedOffBitByBitAndNothingInItTwice(StoreFixture store) {
        on(store);
        var merchant = merchant();
        var other = merchant();
        rig.relay(IntStream.range(0, 1100)
                .mapToObj(n -> rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0))
                .toArray(Event[]::new));
        relayed(other, UUID.randomUUID(), 0);
        rig.jdbc.update("update callback set state = 'DEAD', ready_at = null");
        rig.later(Duration.ofSeconds(1));

        assertThat(desk.replayAll(merchant, CallbackStatus.DEAD)).isEqualTo(1100);
        assertThat(desk.replayAll(merchant, CallbackStatus.DEAD)).isEqualTo(1100);
        rig.later(Duration.ofSeconds(1));
        assertThat(desk.workOff()).isTrue();
        assertThat(inLine(merchant)).isEqualTo(500);
        rig.jdbc.update("update callback set state = 'DEAD' where state = 'APART'");
        while (desk.workOff()) {}

        assertThat(inLine(merchant)).isEqualTo(600);
        assertThat(inLine(other)).isZero();
        assertThat(rig.jdbc.queryForObject("select count(*) from replay", Integer.class))
                .isZero();
        rig.later(Duration.ofSeconds(1));
        assertThat(desk.replayAll(merchant, CallbackStatus.DEAD)).isEqualTo(500);
    }

    private int inLine(MerchantId merchant) {
        return rig.jdbc.queryForObject(
                "select count(*) from callback where state = 'APART' and ready_at is not null and merchant_id = ?",
                Integer.class,
                merchant.value());
    }
}
