package io.caravan.usecase.clock;

import io.caravan.core.time.TimeShift;
import io.caravan.core.time.TimeShifts;
import java.time.Duration;

/** Lets business time be real time again, in all instances. */
public class ResetClock {

    private final TimeShifts shifts;

    public ResetClock(TimeShifts shifts) {
        this.shifts = shifts;
    }

    public TimeShift reset() {
        var real = shifts.lock().changeTo(Duration.ZERO);
        shifts.update(real);
        return real;
    }
}
