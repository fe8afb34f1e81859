package io.caravan.ops;

import io.caravan.core.problem.Busy;
import io.caravan.usecase.privacy.CountFailingErasures;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whether payers who are to be forgotten can be. */
public final class ErasureHealth implements HealthIndicator {

    private final CountFailingErasures countFailingErasures;

    public ErasureHealth(CountFailingErasures countFailingErasures) {
        this.countFailingErasures = countFailingErasures;
    }

    @Override
    public Health health() {
        try {
            var failing = countFailingErasures.count();
            return Health.status(failing == 0 ? Status.UP : FlowHealth.DEGRADED)
                    .withDetail("failing", failing)
                    .build();
        } catch (DataAccessException | TransactionException | Busy e) {
            return Health.unknown()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }
}
