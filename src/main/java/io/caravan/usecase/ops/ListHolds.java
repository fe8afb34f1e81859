package io.caravan.usecase.ops;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.Holds;
import java.util.List;

/** Tells what is held. */
public class ListHolds {

    private final Holds holds;

    public ListHolds(Holds holds) {
        this.holds = holds;
    }

    public List<Hold> list() {
        return holds.all();
    }
}
