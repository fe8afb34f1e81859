package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.time.ClockMove;
import io.caravan.core.time.TimeShift;
import io.caravan.store.JdbcTimeShifts;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.support.Transacted;
import io.caravan.usecase.clock.MoveClock;
import io.caravan.usecase.clock.ReadClock;
import io.caravan.usecase.clock.ResetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MoveClockTests {

    private static final Instant REAL = Instant.parse("2026-03-12T11:00:00.000000001Z");

    private final MovableClock realTime = new MovableClock(REAL);

    @OnBothDatabases
    void aMoveIsReadByAllAndCountsFromBusinessTime(StoreFixture store) {
        reset(store);

        move(store, "P31D");
        realTime.advance(Duration.ofHours(1));
        move(store, "PT4H");

        assertThat(read(store).ahead()).isEqualTo(Duration.ofDays(31).plusHours(4));
    }

    @OnBothDatabases
    void aMoveToAPointIsNeverShortOfIt(StoreFixture store) {
        reset(store);
        var point = Instant.parse("2026-12-01T00:00:00Z");

        var moved = Transacted.around(store.dataSource(), new MoveClock(shifts(store), realTime))
                .move(ClockMove.to(point.toString()));

        assertThat(REAL.plus(moved.ahead())).isBetween(point, point.plusMillis(1));
    }

    @OnBothDatabases
    void aMoveBackIsRefusedAndOnlyAResetLeadsBack(StoreFixture store) {
        reset(store);
        move(store, "P31D");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Transacted.around(store.dataSource(), new MoveClock(shifts(store), realTime))
                        .move(ClockMove.to("2026-03-13T00:00:00Z")));
        assertThat(read(store).ahead()).isEqualTo(Duration.ofDays(31));

        assertThat(reset(store).ahead()).isZero();
        assertThat(read(store).ahead()).isZero();
    }

    @OnBothDatabases
    void everyChangeHasALaterVersion(StoreFixture store) {
        var first = reset(store).version();

        move(store, "P1D");
        var second = read(store).version();

        assertThat(second).isGreaterThan(first);
        assertThat(reset(store).version()).isGreaterThan(second);
    }

    @OnBothDatabases
    void movesAtTheSameTimeAddUp(StoreFixture store) throws Exception {
        reset(store);

        Race.of(List.of(() -> move(store, "P1D"), () -> move(store, "P1D"), () -> move(store, "P1D")));

        assertThat(read(store).ahead()).isEqualTo(Duration.ofDays(3));
    }

    private TimeShift move(StoreFixture store, String amount) {
        return Transacted.around(store.dataSource(), new MoveClock(shifts(store), realTime))
                .move(ClockMove.by(amount));
    }

    private static TimeShift read(StoreFixture store) {
        return Transacted.around(store.dataSource(), new ReadClock(shifts(store)))
                .read();
    }

    private static TimeShift reset(StoreFixture store) {
        return Transacted.around(store.dataSource(), new ResetClock(shifts(store)))
                .reset();
    }

    private static JdbcTimeShifts shifts(StoreFixture store) {
        return new JdbcTimeShifts(store.jdbc());
    }
}
