package io.caravan.core.time;

/** Where business time is kept, the same for all instances. */
public interface TimeShifts {

    TimeShift current();

    /** The shift, locked until the transaction ends. */
    TimeShift lock();

    void update(TimeShift shift);
}
