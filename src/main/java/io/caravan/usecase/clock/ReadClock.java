package io.caravan.usecase.clock;

import io.caravan.core.time.TimeShift;
import io.caravan.core.time.TimeShifts;

/** Reads how far business time has been moved, by whichever instance. */
public class ReadClock {

    private final TimeShifts shifts;

    public ReadClock(TimeShifts shifts) {
        this.shifts = shifts;
    }

    public TimeShift read() {
        return shifts.current();
    }
}
