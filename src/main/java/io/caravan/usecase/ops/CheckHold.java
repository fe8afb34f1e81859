package io.caravan.usecase.ops;

import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;

/** Tells whether something is held. */
public class CheckHold {

    private final Holds holds;

    public CheckHold(Holds holds) {
        this.holds = holds;
    }

    public boolean isHeld(HoldKind kind, String name) {
        return holds.isHeld(kind, name);
    }
}
