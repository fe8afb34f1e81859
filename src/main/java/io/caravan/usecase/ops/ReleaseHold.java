package io.caravan.usecase.ops;

import io.caravan.core.hold.HoldOrder;
import io.caravan.core.hold.Holds;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import java.time.Clock;

/** Lets go on in all instances what was held back. */
public class ReleaseHold {

    private final Holds holds;
    private final Acts acts;
    private final Clock realTime;

    public ReleaseHold(Holds holds, Acts acts, Clock realTime) {
        this.holds = holds;
        this.acts = acts;
        this.realTime = realTime;
    }

    /** @throws IllegalArgumentException if nothing of that kind and name is held */
    public Act release(HoldOrder order) {
        if (!holds.release(order.kind(), order.name())) {
            throw new IllegalArgumentException(
                    "No %s '%s' is held".formatted(order.kind().text(), order.name()));
        }
        var act = Act.of(ActKind.RELEASE, order.by(), order.subject(), order.why(), realTime.instant());
        acts.add(act);
        return act;
    }
}
