package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.Posting;
import io.caravan.core.event.Event;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

/** Replays at endpoints that fail, and how long they wait. */
class ReplayDeadlineTests {

    private static final Duration WEEK = Duration.ofDays(7);

    @OnBothDatabases
    void theSevenDaysBeginAnewWithAReplay(StoreFixture store) {
        var desk = new ReplayDesk(store.dataSource());
        var rig = desk.rig;
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);
        desk.giveUp();
        rig.later(Duration.ofDays(30));

        desk.replay(event);
        var again = rig.takeOne(rig.leaseOne());
        rig.record(rig.unanswered(again));

        assertThat(again.giveUpAt()).isEqualTo(rig.business.instant().plus(WEEK));
        assertThat(rig.stateOf(event)).isEqualTo("DELIVERING");
        assertThat(rig.reasonOf(event)).isEmpty();
        assertThat(desk.show(event).attempts()).hasSize(10);
    }

    @OnBothDatabases
    void aReplayCanBeTheProbeOfASuspendedEndpointAndResumesIt(StoreFixture store) {
        var desk = new ReplayDesk(store.dataSource());
        var rig = desk.rig;
        var events = suspended(desk);
        rig.later(WEEK);
        rig.exchangeAll(rig::unanswered);
        rig.giveUpOverdue();
        assertThat(rig.stateOf(events[0])).isEqualTo("DEAD");

        desk.replay(events[0]);
        rig.later(Duration.ofMinutes(15));
        var probe = rig.takeOne(rig.leaseOne());
        rig.record(rig.answered(probe, 200));

        assertThat(probe).extracting(Posting::id).isEqualTo(desk.idOf(events[0]));
        assertThat(rig.stateOf(events[0])).isEqualTo("DELIVERED");
        assertThat(rig.suspendedEndpoints()).isZero();
    }

    @OnBothDatabases
    void aReplayThatWaitsSevenDaysForASuspendedEndpointIsGivenUp(StoreFixture store) {
        var desk = new ReplayDesk(store.dataSource());
        var rig = desk.rig;
        var events = suspended(desk);
        rig.later(WEEK);
        rig.exchangeAll(rig::unanswered);
        rig.giveUpOverdue();
        rig.later(Duration.ofSeconds(1));

        assertThat(desk.replayAll(events[0].merchant(), CallbackStatus.DEAD)).isEqualTo(25);
        while (desk.workOff()) {}
        rig.later(WEEK.minusSeconds(1));
        assertThat(rig.giveUpOverdue()).isZero();
        rig.later(Duration.ofSeconds(1));
        rig.jdbc.update(
                "update endpoint set probe_at = ?",
                rig.business.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC));

        assertThat(rig.giveUpOverdue()).isEqualTo(25);
        assertThat(rig.stateOf(events[24])).isEqualTo("DEAD");
    }

    private static Event[] suspended(ReplayDesk desk) {
        var rig = desk.rig;
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        var events = IntStream.range(0, 25)
                .mapToObj(n -> rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
        rig.relay(events);
        rig.exchangeAll(rig::unanswered);
        assertThat(rig.suspendedEndpoints()).isEqualTo(1);
        return events;
    }
}
