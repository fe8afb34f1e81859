package io.caravan.usecase;

import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;

/** Lets go on in all instances what was held back. */
public class ReleaseHold {

    private final Holds holds;

    public ReleaseHold(Holds holds) {
        this.holds = holds;
    }

    /** @throws IllegalArgumentException if nothing of that kind and name is held */
    public void release(HoldKind kind, String name) {
        if (!holds.release(kind, name)) {
            throw new IllegalArgumentException("No %s '%s' is held".formatted(kind.text(), name));
        }
    }
}
