package io.caravan.usecase.reconciliation;

import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Tells for how long the books have not been compared with the provider's. */
public class MeasureReconciliation {

    private final Reconciliation reconciliation;
    private final Holds holds;
    private final String job;
    private final Clock realTime;

    /** @param job by which they are compared */
    public MeasureReconciliation(Reconciliation reconciliation, Holds holds, String job, Clock realTime) {
        this.reconciliation = reconciliation;
        this.holds = holds;
        this.job = job;
        this.realTime = realTime;
    }

    /**
     * The time since the end of the last day that was compared; none before the first, and none while the job is held:
     * somebody wants it so, as where there is no such provider.
     */
    public Duration measure() {
        if (holds.isHeld(HoldKind.JOB, job)) {
            return Duration.ZERO;
        }
        return reconciliation
                .compared()
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(end -> Duration.between(end, realTime.instant()))
                .orElse(Duration.ZERO);
    }
}
