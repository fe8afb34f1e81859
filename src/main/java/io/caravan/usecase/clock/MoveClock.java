package io.caravan.usecase.clock;

import io.caravan.core.time.ClockMove;
import io.caravan.core.time.TimeShift;
import io.caravan.core.time.TimeShifts;
import java.time.Clock;
import java.time.Duration;

/** Moves business time on, in all instances. */
public class MoveClock {

    private final TimeShifts shifts;
    private final Clock realTime;

    public MoveClock(TimeShifts shifts, Clock realTime) {
        this.shifts = shifts;
        this.realTime = realTime;
    }

    /**
     * Moves it.
     *
     * @throws io.caravan.core.problem.InvalidInput if the move leads back
     */
    public TimeShift move(ClockMove move) {
        var shift = shifts.lock();
        var real = realTime.instant();
        var target = move.from(real.plus(shift.ahead()), real);
        var moved = shift.changeTo(roundedUp(Duration.between(real, target)));
        shifts.update(moved);
        return moved;
    }

    /** In milliseconds, so that it is never earlier than was asked for. */
    private static Duration roundedUp(Duration ahead) {
        return Duration.ofMillis(ahead.plusNanos(999_999).toMillis());
    }
}
