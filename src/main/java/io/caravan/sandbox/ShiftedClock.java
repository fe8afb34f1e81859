package io.caravan.sandbox;

import io.caravan.core.time.TimeShift;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Business time in the sandbox: real time, and how far people have moved it. */
public final class ShiftedClock extends Clock {

    private final Clock real;
    private final AtomicReference<TimeShift> shift;

    public ShiftedClock(Clock real, TimeShift shift) {
        this(real, new AtomicReference<>(shift));
    }

    private ShiftedClock(Clock real, AtomicReference<TimeShift> shift) {
        this.real = Objects.requireNonNull(real);
        this.shift = shift;
    }

    /** Takes over what was read, unless something newer is known already. */
    public void shift(TimeShift read) {
        shift.accumulateAndGet(read, (known, other) -> other.version() > known.version() ? other : known);
    }

    TimeShift shift() {
        return shift.get();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift.get().ahead());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(real.withZone(zone), shift);
    }
}
