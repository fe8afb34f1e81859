package io.caravan.usecase.reconciliation;

import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Tells for how long the books have not been compared with the provider's. */
public class MeasureReconciliation {

    private final Reconciliation reconciliation;
    private final Clock realTime;

    public MeasureReconciliation(Reconciliation reconciliation, Clock realTime) {
        this.reconciliation = reconciliation;
        this.realTime = realTime;
    }

    /** The time since the end of the last day that was compared; none before the first. */
    public Duration measure() {
        return reconciliation
                .compared()
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(end -> Duration.between(end, realTime.instant()))
                .orElse(Duration.ZERO);
    }
}
