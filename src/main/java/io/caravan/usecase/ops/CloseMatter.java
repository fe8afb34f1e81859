package io.caravan.usecase.ops;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.ops.MatterOrder;
import io.caravan.core.ops.Matters;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Takes note that somebody has dealt with an alarm or a difference, or has paid late money back by hand. */
public class CloseMatter {

    private final Matters matters;
    private final Acts acts;
    private final Clock businessTime;
    private final Clock realTime;

    public CloseMatter(Matters matters, Acts acts, Clock businessTime, Clock realTime) {
        this.matters = matters;
        this.acts = acts;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Empty if somebody was faster. */
    public Optional<Act> close(MatterOrder order) {
        if (!matters.close(order.kind(), order.id(), businessTime.instant())) {
            return Optional.empty();
        }
        var subject = order.kind().name().toLowerCase(Locale.ROOT) + " " + order.id();
        var act = Act.of(ActKind.RESOLVE_ALARM, order.operator(), subject, order.why(), realTime.instant());
        acts.add(act);
        return Optional.of(act);
    }
}
